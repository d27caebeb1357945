import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CallbackId } from '../../../../domain/people/callback';
import { makeId } from '../../../../offline/store/make-id';
import { queueCallback } from '../../../../offline/store/queue-callback';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { ErrorSummary, type FieldError } from '../../../ui/error-summary/error-summary';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { TextField } from '../../../ui/text-field/text-field';
import { usePhone } from '../../shell/phone-context';
import { checkPerson } from './check-person';

/** "Minta ditelepon": a name and a number, kept on this phone until it can be sent. */
export function AskCallbackPage({ backTo }: { backTo: string }) {
  const { t } = useWords();
  const { store, sync, now } = usePhone();
  const navigate = useNavigate();
  // Made once per form: two taps ask for one call.
  const [id] = useState(() => makeId<CallbackId>());
  const [typed, setTyped] = useState({ name: '', phone: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [hasFailed, setHasFailed] = useState(false);
  const errorOf = (field: string) => errors.find(({ fieldId }) => fieldId === field)?.message;
  const send = async () => {
    const checked = checkPerson(typed);
    setErrors(
      checked.ok
        ? []
        : checked.faults.map(({ field, problem }) => ({
            fieldId: field,
            message: t(`callback.error.${problem}`),
          })),
    );
    if (!checked.ok) return;
    try {
      await queueCallback(store, id, checked.person, now());
    } catch {
      setHasFailed(true);
      return;
    }
    void sync.syncNow();
    await navigate('/telepon', { replace: true });
  };
  return (
    <Page
      back={<BackLink to={backTo} />}
      onSubmit={() => void send()}
      actions={
        <Button type="submit" icon="phone">
          {t('callback.send')}
        </Button>
      }
    >
      <ErrorSummary errors={errors} />
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('callback.notKept')}
        </Notice>
      )}
      <PageHeading takesFocus lead={t('callback.lead')} title={t('callback.title')}>
        {t('callback.title')}
      </PageHeading>
      <TextField
        id="name"
        label={t('callback.name')}
        error={errorOf('name')}
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <TextField
        id="phone"
        label={t('callback.phone')}
        hint={t('callback.phone.hint')}
        error={errorOf('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={typed.phone}
        onChange={(phone) => setTyped({ ...typed, phone })}
      />
    </Page>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CallbackId } from '../../../../domain/people/callback';
import type { CallbackPerson } from '../../../../offline/store/callback/callback';
import { queueCallback } from '../../../../offline/store/callback/queue-callback';
import { makeId } from '../../../../offline/store/engine/make-id';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { useCarried } from '../../../ui/carry-over/use-carried';
import { ErrorSummary } from '../../../ui/error-summary/error-summary';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { TextField } from '../../../ui/text-field/text-field';
import { PhoneField } from '../../shell/form/phone-field';
import { useFormParts } from '../../shell/form/use-form-parts';
import { usePhone } from '../../shell/phone/phone-context';
import { checkCallbackPerson } from './check-callback-person';

const NOTHING_TYPED = { name: '', phone: '' };

/**
 * "Minta ditelepon": asks for a name and a number, and keeps them on this phone until they can be sent.
 * Simple mode asks one after the other.
 */
export function AskCallbackPage({ backTo }: { backTo: string }) {
  const { t } = useWords();
  const { store, sync, now } = usePhone();
  const navigate = useNavigate();
  // One id per form, so that two taps ask for one call.
  const [id] = useState(() => makeId<CallbackId>());
  const [typed, setTyped] = useCarried('callback', NOTHING_TYPED);
  const [hasFailed, setHasFailed] = useState(false);
  const { part, shows, backTo: partBefore, isLast, errors, errorOf, goOn } = useFormParts(['name', 'phone']);
  const press = async () => {
    const checked = await checkCallbackPerson(typed);
    if (checked.ok) return goOn([], () => send(checked.person));
    const wrong = checked.faults.map(({ field, problem }) => ({
      fieldId: field,
      message: t(`callback.error.${problem}`),
    }));
    return goOn(wrong, async () => undefined);
  };
  const send = async (person: CallbackPerson) => {
    try {
      await queueCallback(store, id, person, now());
    } catch {
      setHasFailed(true);
      return;
    }
    void sync.syncNow();
    await navigate('/telepon', { replace: true });
  };
  return (
    <Page
      back={<BackLink to={partBefore ?? backTo} />}
      onSubmit={() => void press()}
      actions={
        <Button type="submit" icon={isLast ? 'phone' : undefined}>
          {t(isLast ? 'callback.send' : 'callback.next')}
        </Button>
      }
    >
      <ErrorSummary errors={errors} />
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('callback.notKept')}
        </Notice>
      )}
      <PageHeading
        key={part}
        takesFocus
        lead={shows('name') ? t('callback.lead') : undefined}
        title={t('callback.title')}
      >
        {t('callback.title')}
      </PageHeading>
      {shows('name') && (
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
      )}
      {shows('phone') && (
        <PhoneField
          id="phone"
          label={t('callback.phone')}
          hint={t('callback.phone.hint')}
          error={errorOf('phone')}
          value={typed.phone}
          onChange={(phone) => setTyped({ ...typed, phone })}
        />
      )}
    </Page>
  );
}

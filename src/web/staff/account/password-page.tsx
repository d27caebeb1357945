import { useState } from 'react';
import * as v from 'valibot';
import { countMissingChars } from '../../../domain/staff/password';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { PasswordField } from '../../ui/password-field/password-field';
import { callApi } from '../shell/api/api';
import { useFailureCodeWords } from '../shell/api/failure-words';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useSubmit } from '../shell/api/use-submit';
import { PATHS } from '../shell/paths';
import { NewPasswordField } from '../shell/session/new-password-field';

const FIELDS = { current: 'password-current', next: 'password-next' } as const;

/** Changes the member's own password, which ends all their other sessions. */
export function PasswordPage() {
  const { t } = useWords();
  const wordsOf = useFailureCodeWords();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setIsDone] = useState(false);
  const form = useSubmit({
    'sign-in-not-valid': FIELDS.current,
    'password-too-short': FIELDS.next,
    'password-common': FIELDS.next,
  });
  const send = async () => {
    const found = [
      ...(current === '' ? [{ fieldId: FIELDS.current, message: t('staff.signIn.password.empty') }] : []),
      ...(countMissingChars(password) > 0
        ? [{ fieldId: FIELDS.next, message: wordsOf('password-too-short') }]
        : []),
    ];
    setIsDone(false);
    const failed = await form.send(found, async () => {
      await callApi('POST', '/api/staff/password', v.object({}), { body: { current, password } });
    });
    if (failed !== undefined) return;
    setIsDone(true);
    setCurrent('');
    setPassword('');
  };
  return (
    <Page
      back={<BackLink to={PATHS.account} />}
      onSubmit={() => void send()}
      actions={
        <Button type="submit" busy={form.isSending}>
          {t('account.password.save')}
        </Button>
      }
    >
      <PageHeading
        takesFocus
        lead={t('account.password.lead')}
        title={`${t('account.password')} – ${t('staff.name')}`}
      >
        {t('account.password')}
      </PageHeading>
      <SubmitTrouble form={form} />
      <div className="staff-status" role="status">
        {isDone && <Notice kind="success">{t('account.password.done')}</Notice>}
      </div>
      <PasswordField
        id={FIELDS.current}
        label={t('account.password.current')}
        value={current}
        onChange={setCurrent}
        error={form.errorOf(FIELDS.current)}
        autoComplete="current-password"
      />
      <NewPasswordField
        id={FIELDS.next}
        value={password}
        onChange={setPassword}
        error={form.errorOf(FIELDS.next)}
      />
    </Page>
  );
}

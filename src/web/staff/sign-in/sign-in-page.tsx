import type { ReactNode } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { ErrorSummary } from '../../ui/error-summary/error-summary';
import { Expander } from '../../ui/expander/expander';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { PasswordField } from '../../ui/password-field/password-field';
import { TextField } from '../../ui/text-field/text-field';
import { OutsideLayout } from '../shell/outside-layout';
import { useSession } from '../shell/staff-context';
import { CODE_FIELD, NAME_FIELD, PASSWORD_FIELD, useSignIn } from './use-sign-in';

/** Name and password, then the code for those who have a second factor. Stands at any address: that page comes after. */
export function SignInPage() {
  const { state } = useSession();
  const last = state.kind === 'signed-out' ? state.last : undefined;
  const form = useSignIn(last?.me.signInName ?? '');
  return (
    <OutsideLayout>
      {form.step === 'password' ? (
        <PasswordStep form={form} endedFor={last?.me.name} />
      ) : (
        <CodeStep form={form} />
      )}
    </OutsideLayout>
  );
}

type StepProps = { form: ReturnType<typeof useSignIn> };

function PasswordStep({ form, endedFor }: StepProps & { endedFor: string | undefined }) {
  const { t } = useWords();
  return (
    <Page
      onSubmit={() => void form.send()}
      actions={<SendButton form={form}>{t('staff.signIn.go')}</SendButton>}
    >
      <PageHeading lead={t('staff.signIn.lead')} title={`${t('staff.signIn.title')} – ${t('staff.name')}`}>
        {t('staff.signIn.title')}
      </PageHeading>
      {endedFor !== undefined && (
        <Notice kind="info" title={t('staff.signIn.ended')} isLive>
          {t('staff.signIn.ended.text', { name: endedFor })}
        </Notice>
      )}
      <Trouble form={form} />
      <TextField
        id={NAME_FIELD}
        name="username"
        label={t('staff.signIn.name')}
        value={form.name}
        onChange={form.setName}
        error={form.errorOf(NAME_FIELD)}
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        id={PASSWORD_FIELD}
        label={t('staff.signIn.password')}
        value={form.password}
        onChange={form.setPassword}
        error={form.errorOf(PASSWORD_FIELD)}
        autoComplete="current-password"
      />
      <Expander summary={t('staff.signIn.help')}>{t('staff.signIn.help.text')}</Expander>
    </Page>
  );
}

function CodeStep({ form }: StepProps) {
  const { t } = useWords();
  return (
    <Page
      onSubmit={() => void form.send()}
      actions={<SendButton form={form}>{t('staff.signIn.go')}</SendButton>}
    >
      <PageHeading takesFocus title={`${t('staff.signIn.code.title')} – ${t('staff.name')}`}>
        {t('staff.signIn.code.title')}
      </PageHeading>
      <Trouble form={form} />
      <TextField
        id={CODE_FIELD}
        label={t('staff.signIn.code')}
        hint={t('staff.signIn.code.hint')}
        value={form.code}
        onChange={form.setCode}
        error={form.errorOf(CODE_FIELD)}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
    </Page>
  );
}

function SendButton({ form, children }: StepProps & { children: ReactNode }) {
  return (
    <Button type="submit" busy={form.isSending}>
      {children}
    </Button>
  );
}

function Trouble({ form }: StepProps) {
  return (
    <>
      <ErrorSummary errors={form.errors} />
      {form.trouble !== undefined && (
        <Notice kind="problem" isLive>
          {form.trouble}
        </Notice>
      )}
    </>
  );
}

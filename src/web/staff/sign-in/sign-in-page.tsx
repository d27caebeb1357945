import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Expander } from '../../ui/expander/expander';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { PasswordField } from '../../ui/password-field/password-field';
import { TextField } from '../../ui/text-field/text-field';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { OutsideLayout } from '../shell/frame/outside-layout';
import { useSession } from '../shell/session/staff-context';
import { PasskeyButton } from './passkey-button';
import { CODE_FIELD, NAME_FIELD, PASSWORD_FIELD, useSignIn } from './use-sign-in';

/**
 * Asks for name and password, then for the code where the member has a second factor. Shown at any address,
 * which opens after the sign-in.
 */
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
  const isEnded = endedFor !== undefined;
  return (
    <Page
      onSubmit={() => void form.send()}
      actions={
        <>
          <Button type="submit" busy={form.isSending}>
            {t('staff.signIn.go')}
          </Button>
          <PasskeyButton />
        </>
      }
    >
      <PageHeading
        takesFocus={isEnded}
        lead={isEnded ? undefined : t('staff.signIn.lead')}
        title={`${t('staff.signIn.title')} – ${t('staff.name')}`}
      >
        {t('staff.signIn.title')}
      </PageHeading>
      {isEnded && (
        <Notice kind="info" title={t('staff.signIn.ended')} isLive>
          {t('staff.signIn.ended.text', { name: endedFor })}
        </Notice>
      )}
      <SubmitTrouble form={form} />
      <TextField
        id={NAME_FIELD}
        name="username"
        label={t('staff.signIn.name')}
        value={form.name}
        onChange={form.setName}
        error={form.errorOf(NAME_FIELD)}
        autoComplete="username"
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
      actions={
        <Button type="submit" busy={form.isSending}>
          {t('staff.signIn.go')}
        </Button>
      }
    >
      <PageHeading takesFocus title={`${t('staff.code.title')} – ${t('staff.name')}`}>
        {t('staff.code.title')}
      </PageHeading>
      <SubmitTrouble form={form} />
      <TextField
        id={CODE_FIELD}
        label={t('staff.code')}
        hint={t('staff.code.hint')}
        value={form.code}
        onChange={form.setCode}
        error={form.errorOf(CODE_FIELD)}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
    </Page>
  );
}

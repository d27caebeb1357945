import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { InviteSeen } from '../../../contract/staff/auth';
import { tokenIn } from '../../../domain/link/token-in';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Facts } from '../../ui/fact/fact';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { TextField } from '../../ui/text-field/text-field';
import { useFailureWords } from '../shell/api/failure-words';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { OutsideLayout } from '../shell/frame/outside-layout';
import { NewPasswordField } from '../shell/session/new-password-field';
import { FIELDS, useInvite, useInviteForm } from './use-invite';

/** Opened by the link of an invite: the invited member chooses a password and is signed in. */
export function InvitePage() {
  const { t } = useWords();
  const [token] = useState(() => tokenIn(location.hash) ?? '');
  const { seen, failure, again } = useInvite(token);
  return (
    <OutsideLayout>
      {seen !== undefined && <Welcome token={token} seen={seen} />}
      {seen === undefined && failure !== undefined && <NotInvited failure={failure} again={again} />}
      {seen === undefined && failure === undefined && (
        <Page>
          <PageHeading title={`${t('staff.invite.title')} – ${t('staff.name')}`}>
            {t('staff.invite.title')}
          </PageHeading>
          <Skeleton rows={3} />
        </Page>
      )}
    </OutsideLayout>
  );
}

function Welcome({ token, seen }: { token: string; seen: InviteSeen }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const form = useInviteForm(token, seen, () => void navigate('/', { replace: true }));
  return (
    <Page
      onSubmit={() => void form.send()}
      actions={
        <Button type="submit" busy={form.isSending}>
          {t('staff.invite.go')}
        </Button>
      }
    >
      <PageHeading
        takesFocus
        lead={t(seen.isFirstAdmin ? 'staff.invite.first' : 'staff.invite.lead')}
        title={`${t('staff.invite.title')} – ${t('staff.name')}`}
      >
        {t('staff.invite.title')}
      </PageHeading>
      <SubmitTrouble form={form} />
      {seen.isFirstAdmin ? (
        <OwnNames form={form} />
      ) : (
        <>
          <Facts
            facts={[
              { label: t('staff.invite.name'), value: seen.name ?? '' },
              { label: t('staff.invite.role'), value: t(`staff.role.${seen.role}`) },
              {
                label: t('staff.signIn.name'),
                value: seen.signInName ?? '',
                note: t('staff.invite.signInName.note'),
              },
            ]}
          />
          {/* Lets the password manager keep the sign-in name with the password. */}
          <input hidden readOnly name="username" autoComplete="username" value={seen.signInName ?? ''} />
        </>
      )}
      <NewPasswordField
        id={FIELDS.password}
        value={form.password}
        onChange={form.setPassword}
        error={form.errorOf(FIELDS.password)}
      />
    </Page>
  );
}

/** Asks the first admin for their own name: nobody invited them who could have entered it. */
function OwnNames({ form }: { form: ReturnType<typeof useInviteForm> }) {
  const { t } = useWords();
  return (
    <>
      <TextField
        id={FIELDS.name}
        label={t('staff.invite.name')}
        value={form.name}
        onChange={form.setName}
        error={form.errorOf(FIELDS.name)}
        autoComplete="name"
      />
      <TextField
        id={FIELDS.signInName}
        name="username"
        label={t('staff.signIn.name')}
        hint={t('staff.invite.signInName.hint')}
        value={form.signInName}
        onChange={form.setSignInName}
        error={form.errorOf(FIELDS.signInName)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
    </>
  );
}

function NotInvited({ failure, again }: { failure: unknown; again: () => void }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Page
      actions={
        <>
          <Button icon="refresh" onClick={again}>
            {t('staff.unreachable.retry')}
          </Button>
          <ButtonLink variant="secondary" to="/">
            {t('staff.signIn.go')}
          </ButtonLink>
        </>
      }
    >
      <PageHeading takesFocus title={`${t('staff.invite.title')} – ${t('staff.name')}`}>
        {t('staff.invite.failed')}
      </PageHeading>
      <Notice kind="problem" isLive>
        {words}
      </Notice>
    </Page>
  );
}

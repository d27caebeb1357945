import './account.css';
import { useSyncExternalStore } from 'react';
import { useWords } from '../../copy/words';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { Facts } from '../../ui/fact/fact';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { chooseTheme, readThemeChoice, watchTheme } from '../../ui/theme/theme-choice';
import { PATHS } from '../shell/paths';
import { useStaff } from '../shell/session/staff-context';
import { PasskeysSection } from './passkeys-section';
import { SessionsSection } from './sessions-section';
import { SignOutButton } from './sign-out-button';

/** Shows the member's own account: who they are, how they sign in, and where they are signed in. */
export function AccountPage() {
  const { t } = useWords();
  const { me, isOffline } = useStaff();
  return (
    <Page actions={<SignOutButton />}>
      <PageHeading title={`${t('account.title')} – ${t('staff.name')}`}>{t('account.title')}</PageHeading>
      <Facts
        facts={[
          { label: t('account.name'), value: me.name },
          { label: t('account.role'), value: t(`staff.role.${me.role}`) },
          { label: t('staff.signIn.name'), value: me.signInName },
        ]}
      />
      <section className="account__section" aria-labelledby="account-ways">
        <h2 id="account-ways">{t('account.ways')}</h2>
        <LinkRows
          rows={[
            { to: `${PATHS.account}/sandi`, title: t('account.password'), icon: 'edit' },
            {
              to: PATHS.totp,
              title: t(me.hasTotp ? 'account.totp.change' : 'account.totp.add'),
              hint: t(me.hasTotp ? 'account.totp.has' : 'account.totp.hasNot'),
              icon: 'handset',
            },
          ]}
        />
        {!isOffline && <PasskeysSection />}
      </section>
      {!isOffline && <SessionsSection />}
      <ThemeSection />
    </Page>
  );
}

function ThemeSection() {
  const { t } = useWords();
  const theme = useSyncExternalStore(watchTheme, readThemeChoice, () => 'phone' as const);
  return (
    <RadioRows
      id="theme"
      label={t('account.theme')}
      choices={[
        { value: 'phone', label: t('account.theme.phone'), icon: 'handset' },
        { value: 'light', label: t('account.theme.light'), icon: 'sun' },
        { value: 'dark', label: t('account.theme.dark'), icon: 'moon' },
      ]}
      value={theme}
      onChange={chooseTheme}
    />
  );
}

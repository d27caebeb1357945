import './home.css';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { VanAtGate } from '../../ui/illustration/van-at-gate';
import { KeepStatus } from '../../ui/keep-status/keep-status';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { chooseMode } from '../../ui/theme/mode-choice';
import { LanguageSwitch } from '../shell/language/language-switch';
import { usePlace } from '../shell/phone/phone-context';
import { DraftRows } from './draft-rows';
import { InstallCard } from './install-card';
import { ReachPeople } from './reach-people';

/** The first page: the main action, then links to the other pages, then contacts. */
export function HomePage() {
  const { t } = useWords();
  const { name: city, settings } = usePlace();
  const { programmeName, programmes } = settings;
  return (
    <Page>
      <LanguageSwitch />
      <div className="home__welcome">
        <PageHeading lead={t('home.lead', { city })} title={`${programmeName} ${city}`}>
          {t('home.title')}
        </PageHeading>
        <div className="home__picture">
          <VanAtGate />
        </div>
        <ButtonLink to="/ajukan" icon="calendar">
          {t('home.book')}
        </ButtonLink>
        <ButtonLink to="/telepon" variant="secondary" icon="phone">
          {t('home.callback')}
        </ButtonLink>
        <Button variant="quiet" icon="speaker" onClick={() => chooseMode(true)}>
          {t('home.simple')}
        </Button>
        <KeepStatus />
      </div>
      <DraftRows />
      <LinkRows
        rows={[
          { to: '/kunjungan', title: t('home.visits'), hint: t('home.visits.hint'), icon: 'home' },
          { to: '/keluarga', title: t('home.family'), icon: 'people' },
          { to: '/layanan', title: t('home.services'), hint: t('home.services.hint'), icon: 'list' },
          ...programmes
            .filter(({ isOnHome }) => isOnHome)
            .map(({ id, name, summary }) => ({
              to: `/layanan/program/${id}`,
              title: name,
              hint: summary,
              icon: 'shop' as const,
            })),
        ]}
      />
      <InstallCard />
      <ReachPeople />
      <LinkRows
        rows={[
          { to: '/pengaturan', title: t('home.settings'), hint: t('home.settings.hint'), icon: 'handset' },
        ]}
      />
    </Page>
  );
}

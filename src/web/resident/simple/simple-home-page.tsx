import './simple.css';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { KeepStatus } from '../../ui/keep-status/keep-status';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { chooseMode } from '../../ui/theme/mode-choice';
import { usePlace } from '../shell/phone/phone-context';
import { AgainButton } from './again-button';

/** The first page of simple mode: one main action, and two others. */
export function SimpleHomePage() {
  const { t } = useWords();
  const { name: city, settings } = usePlace();
  return (
    <Page>
      <PageHeading lead={t('simple.home.lead')} title={`${settings.programmeName} ${city}`}>
        {t('home.title')}
      </PageHeading>
      <div className="simple-home">
        <AgainButton>
          {(hasLast) => (
            <ButtonLink to="/ajukan" icon="calendar" variant={hasLast ? 'secondary' : 'primary'}>
              {t('home.book')}
            </ButtonLink>
          )}
        </AgainButton>
        <ButtonLink to="/kunjungan" variant="secondary" icon="home">
          {t('home.visits')}
        </ButtonLink>
        <ButtonLink to="/telepon" variant="secondary" icon="phone">
          {t('home.callback')}
        </ButtonLink>
      </div>
      <Button variant="quiet" icon="list" onClick={() => chooseMode(false)}>
        {t('simple.leave')}
      </Button>
      <KeepStatus />
    </Page>
  );
}

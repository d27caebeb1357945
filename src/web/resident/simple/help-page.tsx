import './simple.css';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { chooseMode } from '../../ui/theme/mode-choice';
import { usePlace } from '../shell/phone/phone-context';
import { useSimpleMode } from '../shell/simple/simple-mode';

/** Offers numbers to call and a callback; where no number is set, the callback alone. */
export function HelpPage() {
  const { t } = useWords();
  const isSimple = useSimpleMode();
  const { contacts, office } = usePlace().settings;
  const reachable = contacts.filter(({ phone }) => phone !== undefined);
  return (
    <Page back={<BackLink to="/" />}>
      <PageHeading takesFocus lead={t('simple.help.lead')} title={t('simple.help')}>
        {t('simple.help')}
      </PageHeading>
      <div className="simple-home">
        {reachable.map(({ label, phone, hours }) => (
          <div className="simple-home__contact" key={label}>
            <ButtonLink icon="phone" href={`tel:${phone}`}>
              {t('simple.help.call', { label })}
            </ButtonLink>
            <p>{hours === undefined ? phone : `${phone}. ${hours}`}</p>
          </div>
        ))}
        {reachable.length === 0 && <Notice kind="info">{t('simple.help.noNumber')}</Notice>}
        <ButtonLink variant={reachable.length === 0 ? 'primary' : 'secondary'} icon="phone" to="/telepon">
          {t('home.callback')}
        </ButtonLink>
      </div>
      {office !== undefined && (
        <p>{[office.name, office.address, office.hours].filter((part) => part !== undefined).join('. ')}</p>
      )}
      <Button variant="quiet" icon="handset" onClick={() => chooseMode(!isSimple)}>
        {t(isSimple ? 'simple.leave' : 'home.simple')}
      </Button>
    </Page>
  );
}

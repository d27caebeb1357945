import './services.css';
import { useParams } from 'react-router-dom';
import { findService } from '../../../domain/catalogue/find-service';
import type { Service } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { usePhone } from '../shell/phone/phone-context';
import { ServiceParts } from './service-parts';
import { ServicePlaces } from './service-places';

function BookablePage({ service }: { service: Service }) {
  const { t } = useWords();
  const { programmes } = usePhone().city.settings;
  const programme = programmes.find(({ id }) => id === service.programme);
  return (
    <Page
      back={<BackLink to="/layanan" />}
      actionsStay
      actions={
        <ButtonLink to={`/ajukan?layanan=${encodeURIComponent(service.id)}`} icon="calendar">
          {t('services.book')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus caption={service.agency} lead={service.summary} title={service.shortName}>
        {service.name}
      </PageHeading>
      <ServicePlaces entry={service} />
      {programme && (
        <LinkRows
          rows={[
            {
              to: `/layanan/program/${programme.id}`,
              title: t('programme.of', { programme: programme.name }),
              hint: t('programme.of.hint'),
              icon: 'van',
            },
          ]}
        />
      )}
      <ServiceParts service={service} />
    </Page>
  );
}

/** Shows one service: its six published parts and a button to book it; or, for a referral, where to go. */
export function ServicePage() {
  const { id = '' } = useParams();
  const { catalogue } = usePhone().city;
  const service = findService(catalogue, id);
  if (service) return <BookablePage service={service} />;
  const referral = catalogue.referrals.find((one) => one.id === id);
  if (!referral) return <NotFoundPage />;
  return (
    <Page back={<BackLink to="/layanan" />}>
      <PageHeading takesFocus caption={referral.agency} title={referral.name}>
        {referral.name}
      </PageHeading>
      <ServicePlaces entry={referral} />
    </Page>
  );
}

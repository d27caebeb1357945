import './services.css';
import { useParams } from 'react-router-dom';
import { findService } from '../../../domain/catalogue/find-service';
import type { Service } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { NotFoundPage } from '../shell/not-found-page';
import { usePhone } from '../shell/phone-context';
import { ServiceParts } from './service-parts';

function BookablePage({ service }: { service: Service }) {
  const { t } = useWords();
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
      <ServiceParts service={service} />
    </Page>
  );
}

/** One service: its six published parts and the way to book it; or, for a referral, where to go. */
export function ServicePage() {
  const { t } = useWords();
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
      <Notice kind="info" title={t('services.referral')}>
        {referral.whereToGo}
      </Notice>
    </Page>
  );
}

import './services.css';
import { useParams } from 'react-router-dom';
import { findService } from '../../../domain/catalogue/find-service';
import type { ServiceId } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import type { LinkRow } from '../../ui/link-rows/link-rows';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { usePhone } from '../shell/phone/phone-context';

/** Shows the services of one life event, done in one visit, each with a link to its own page. */
export function PackagePage() {
  const { t } = useWords();
  const { id } = useParams();
  const { catalogue } = usePhone().city;
  const pkg = catalogue.packages.find((one) => one.id === id);
  if (!pkg) return <NotFoundPage />;
  const rowOf = (serviceId: ServiceId, hint?: string): LinkRow => {
    const service = findService(catalogue, serviceId);
    const referral = catalogue.referrals.find((one) => one.id === serviceId);
    return {
      to: `/layanan/${serviceId}`,
      title: service?.name ?? referral?.name ?? serviceId,
      hint: hint ?? service?.summary,
      icon: service ? 'document' : 'pin',
    };
  };
  return (
    <Page
      back={<BackLink to="/layanan" />}
      actions={
        <ButtonLink to={`/ajukan?paket=${encodeURIComponent(pkg.id)}`} icon="calendar">
          {t('home.book')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus caption={t('services.package')} lead={pkg.summary} title={pkg.name}>
        {pkg.name}
      </PageHeading>
      {pkg.choice && (
        <section className="services__group">
          <h2>{pkg.choice.text}</h2>
          <LinkRows rows={pkg.choice.options.map((option) => rowOf(option.service, option.label))} />
        </section>
      )}
      <section className="services__group">
        <h2>{t('services.package.services')}</h2>
        <LinkRows rows={pkg.services.map((one) => rowOf(one))} />
      </section>
      {pkg.referrals.length > 0 && (
        <section className="services__group">
          <h2>{t('services.elsewhere')}</h2>
          <LinkRows rows={pkg.referrals.map((one) => rowOf(one))} />
        </section>
      )}
    </Page>
  );
}

import './services.css';
import { useSearchParams } from 'react-router-dom';
import { searchCatalogue } from '../../../domain/catalogue/search-catalogue';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Icon } from '../../ui/icon/icon';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { TextField } from '../../ui/text-field/text-field';
import { usePhone } from '../shell/phone-context';

/** All services, found by any of their words; works without a connection. What is typed stays in the address. */
export function ServiceListPage() {
  const { t } = useWords();
  const { catalogue } = usePhone().city;
  const [params, setParams] = useSearchParams();
  const query = params.get('cari') ?? '';
  const { services, referrals } = searchCatalogue(catalogue, query);
  const isSearching = query.trim() !== '';
  const count = services.length + referrals.length;
  return (
    <Page back={<BackLink to="/" />}>
      <PageHeading takesFocus lead={t('services.lead')} title={t('services.title')}>
        {t('services.title')}
      </PageHeading>
      <div className="services__search">
        <TextField
          id="cari"
          type="search"
          label={t('services.search')}
          hint={t('services.search.hint')}
          prefix={<Icon name="search" />}
          value={query}
          onChange={(text) => setParams(text ? { cari: text } : {}, { replace: true })}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        <p role="status" className="services__count">
          {isSearching && count > 0 ? t('services.count', { count }) : ''}
        </p>
      </div>
      {count === 0 && (
        <Notice kind="info" isLive>
          {t('services.none', { query })}
        </Notice>
      )}
      {!isSearching && (
        <section className="services__group">
          <h2>{t('services.packages')}</h2>
          <LinkRows
            rows={catalogue.packages.map((pkg) => ({
              to: `/layanan/paket/${pkg.id}`,
              title: pkg.name,
              hint: pkg.summary,
              icon: 'people',
            }))}
          />
        </section>
      )}
      {services.length > 0 && (
        <section className="services__group">
          <h2>{t('services.bookable')}</h2>
          <LinkRows
            rows={services.map((service) => ({
              to: `/layanan/${service.id}`,
              title: service.name,
              hint: service.summary,
              icon: 'document',
            }))}
          />
        </section>
      )}
      {referrals.length > 0 && (
        <section className="services__group">
          <h2>{t('services.elsewhere')}</h2>
          <LinkRows
            rows={referrals.map((referral) => ({
              to: `/layanan/${referral.id}`,
              title: referral.name,
              hint: referral.agency === referral.name ? undefined : referral.agency,
              icon: 'pin',
            }))}
          />
        </section>
      )}
    </Page>
  );
}

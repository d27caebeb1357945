import './services.css';
import { useSearchParams } from 'react-router-dom';
import { type PlaceKind, placesOf } from '../../../domain/catalogue/places-of';
import { searchCatalogue } from '../../../domain/catalogue/search-catalogue';
import type { Referral, Service } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Icon } from '../../ui/icon/icon';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { SelectField } from '../../ui/select-field/select-field';
import { TextField } from '../../ui/text-field/text-field';
import { keepWhole } from '../../ui/whole-words/whole-words';
import { usePhone } from '../shell/phone/phone-context';
import { OfficeFacts } from './office-facts';
import { PlaceLine } from './place-words';

/** The name of each place in the address. */
const PLACES: Readonly<Record<string, PlaceKind>> = { rumah: 'home', mpp: 'office', lain: 'elsewhere' };

/** Lists all services, searched by word and place; works offline. The search stays in the address. */
export function ServiceListPage() {
  const { t } = useWords();
  const { catalogue, settings } = usePhone().city;
  const [params, setParams] = useSearchParams();
  const query = params.get('cari') ?? '';
  const place = params.get('tempat') ?? '';
  const kind = Object.entries(PLACES).find(([value]) => value === place)?.[1];
  const isThere = (entry: Service | Referral) =>
    kind === undefined || placesOf(entry).some((one) => one.kind === kind);
  const found = searchCatalogue(catalogue, query);
  const services = found.services.filter(isThere);
  const referrals = found.referrals.filter(isThere);
  const isSearching = query.trim() !== '' || kind !== undefined;
  const count = services.length + referrals.length;
  const ask = (change: Readonly<Record<string, string>>) => {
    const asked = Object.entries({ cari: query, tempat: place, ...change });
    setParams(Object.fromEntries(asked.filter(([, text]) => text !== '')), { replace: true });
  };
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
          onChange={(text) => ask({ cari: text })}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        <SelectField
          id="tempat"
          label={t('places.filter')}
          choices={[
            { value: '', label: t('places.filter.all') },
            ...Object.entries(PLACES).map(([value, one]) => ({ value, label: t(`places.filter.${one}`) })),
          ]}
          value={kind === undefined ? '' : place}
          onChange={(value) => ask({ tempat: value })}
        />
        <p role="status" className="services__count">
          {isSearching && count > 0 ? t('services.count', { count }) : ''}
        </p>
      </div>
      {count === 0 && (
        <Notice kind="info" isLive>
          {query.trim() === '' ? t('places.none') : t('services.none', { query })}
        </Notice>
      )}
      {!isSearching && <ProgrammesAndPackages />}
      {services.length > 0 && (
        <section className="services__group">
          <h2>{t('services.bookable')}</h2>
          <LinkRows
            rows={services.map((service) => ({
              to: `/layanan/${service.id}`,
              title: service.name,
              hint: service.summary,
              note: <PlaceLine entry={service} saysOpen={kind === 'office'} />,
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
              note: <PlaceLine entry={referral} saysOpen={false} />,
              icon: 'pin',
            }))}
          />
        </section>
      )}
      {kind !== 'home' && kind !== 'elsewhere' && (
        <section className="services__group">
          <h2>{keepWhole(settings.office?.name ?? t('places.office'))}</h2>
          <p>
            <OfficeFacts />
          </p>
        </section>
      )}
    </Page>
  );
}

/** Links to programmes and packages, for residents who do not know what a service is called. */
function ProgrammesAndPackages() {
  const { t } = useWords();
  const { catalogue, settings } = usePhone().city;
  const programmes = settings.programmes.filter(({ id }) =>
    catalogue.services.some(({ programme }) => programme === id),
  );
  return (
    <>
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
      {programmes.length > 1 && (
        <section className="services__group">
          <h2>{t('programme.list')}</h2>
          <LinkRows
            rows={programmes.map(({ id, name, summary }) => ({
              to: `/layanan/program/${id}`,
              title: name,
              hint: summary || undefined,
              icon: 'van',
            }))}
          />
        </section>
      )}
    </>
  );
}

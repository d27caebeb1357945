import './services.css';
import { useParams } from 'react-router-dom';
import { daysOfProgramme, unitsOfProgramme } from '../../../domain/calendar/programme-days';
import { findService } from '../../../domain/catalogue/find-service';
import type { City, Programme } from '../../../domain/city/city';
import { weekdayWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { keepWhole } from '../../ui/whole-words/whole-words';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { usePhone } from '../shell/phone/phone-context';

/**
 * `/layanan/program/:id`: says what a programme is for, what it brings, and when it comes to which kecamatan,
 * with a button to request it.
 */
export function ProgrammePage() {
  const { t } = useWords();
  const { id } = useParams();
  const { city } = usePhone();
  const programme = city.settings.programmes.find((one) => one.id === id);
  if (!programme) return <NotFoundPage />;
  const { name, summary, about, first } = programme;
  const { services, packages } = city.catalogue;
  const own = services.filter((service) => service.programme === programme.id);
  const ids = new Set(own.map((service) => service.id));
  const ownPackages = packages.filter((pkg) =>
    [...pkg.services, ...(pkg.choice?.options ?? []).map(({ service }) => service)].every((one) =>
      ids.has(one),
    ),
  );
  const starting = first && findService(city.catalogue, first);
  return (
    <Page
      back={<BackLink to="/layanan" />}
      actionsStay
      actions={
        <ButtonLink
          to={starting ? `/ajukan?layanan=${encodeURIComponent(starting.id)}` : '/ajukan'}
          icon="calendar"
        >
          {starting ? t('programme.book', { service: starting.shortName }) : t('home.book')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus caption={t('programme.caption')} lead={summary || undefined} title={name}>
        {name}
      </PageHeading>
      {about !== undefined && <p className="services__about">{keepWhole(about)}</p>}
      {own.length > 0 && (
        <section className="services__group">
          <h2>{t('programme.services')}</h2>
          <LinkRows
            rows={own.map((service) => ({
              to: `/layanan/${service.id}`,
              title: service.name,
              hint: service.summary,
              icon: 'document',
            }))}
          />
        </section>
      )}
      {ownPackages.length > 0 && (
        <section className="services__group">
          <h2>{t('programme.packages')}</h2>
          <LinkRows
            rows={ownPackages.map((pkg) => ({
              to: `/layanan/paket/${pkg.id}`,
              title: pkg.name,
              hint: pkg.summary,
              icon: 'people',
            }))}
          />
        </section>
      )}
      <ProgrammeDays city={city} programme={programme} />
    </Page>
  );
}

/** Lists the days on which a unit of the programme comes to each kecamatan. */
function ProgrammeDays({ city, programme }: { city: City; programme: Programme }) {
  const { t, locale } = useWords();
  const units = unitsOfProgramme(city, programme.id);
  const days = daysOfProgramme(city, programme.id);
  if (days.every(({ weekdays }) => weekdays.length === 0)) {
    return <Notice kind="info">{t('programme.noDays')}</Notice>;
  }
  return (
    <section className="services__group">
      <h2>{t('programme.days')}</h2>
      <p>{t('programme.days.lead', { units: units.map(({ name }) => name).join(', ') })}</p>
      <dl className="services__days">
        {days.map(({ kecamatan, kelurahan, weekdays }) => (
          <div key={`${kecamatan} ${kelurahan}`}>
            <dt>{kelurahan === undefined ? kecamatan : `${kelurahan} (${kecamatan})`}</dt>
            <dd>
              {weekdays.length === 0
                ? t('programme.days.none')
                : weekdays.map((day) => weekdayWords(day, locale)).join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

import type { ReactNode } from 'react';
import { isBookable, type PlaceKind } from '../../../domain/catalogue/places-of';
import type { Referral, Service } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { Icon } from '../../ui/icon/icon';
import { keepWhole } from '../../ui/whole-words/whole-words';
import { usePhone } from '../shell/phone/phone-context';
import { HoursLine, OfficeFacts } from './office-facts';
import { PLACE_ICONS } from './place-words';

/**
 * Says where a service is offered: at home, at the MPP, elsewhere; each with its address and hours where
 * known.
 */
export function ServicePlaces({ entry }: { entry: Service | Referral }) {
  const { t } = useWords();
  const { atOffice } = entry;
  return (
    <section className="services__part">
      <h2>{t('places.title')}</h2>
      <ul className="services__places">
        {isBookable(entry) && (
          <Place kind="home" title={t('places.home')}>
            <span className="services__line">{t('places.home.text')}</span>
          </Place>
        )}
        <OfficePlace entry={entry} />
        {!isBookable(entry) && (
          <Place kind="elsewhere" title={atOffice?.is === true ? t('places.elsewhere') : entry.agency}>
            <span className="services__line">{keepWhole(entry.whereToGo)}</span>
            <HoursLine hours={entry.hours} />
          </Place>
        )}
      </ul>
    </section>
  );
}

function OfficePlace({ entry }: { entry: Service | Referral }) {
  const { t } = useWords();
  const { office } = usePhone().city.settings;
  const { atOffice } = entry;
  // A referral's own text says where to go, and names the MPP too where that is unconfirmed.
  if (!isBookable(entry) && atOffice?.is !== true) return null;
  return (
    <Place kind="office" title={office?.name ?? t('places.office')}>
      {atOffice?.is === false ? (
        <span className="services__line">{t('places.office.not')}</span>
      ) : (
        <>
          {atOffice === undefined && <span className="services__line">{t('places.office.open')}</span>}
          <OfficeFacts note={atOffice?.note} />
        </>
      )}
    </Place>
  );
}

function Place({ kind, title, children }: { kind: PlaceKind; title: string; children: ReactNode }) {
  return (
    <li className="services__where-at">
      <Icon name={PLACE_ICONS[kind]} />
      <div>
        <h3>{keepWhole(title)}</h3>
        {children}
      </div>
    </li>
  );
}

import type { PlaceKind } from '../../../domain/catalogue/places-of';
import { placesOf } from '../../../domain/catalogue/places-of';
import type { Referral, Service } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { Icon } from '../../ui/icon/icon';

export const PLACE_ICONS = { home: 'home', office: 'people', elsewhere: 'pin' } as const satisfies Record<
  PlaceKind,
  string
>;

type PlaceLineProps = {
  entry: Service | Referral;
  /** Also says where the service may be offered, though nobody has confirmed it. */
  saysOpen: boolean;
};

/** Says in a few words, for a line of a list, where a service is offered. */
export function PlaceLine({ entry, saysOpen }: PlaceLineProps) {
  const { t } = useWords();
  const places = placesOf(entry).filter(({ isOpen }) => saysOpen || !isOpen);
  return (
    <span className="services__where">
      {places.map(({ kind, isOpen }) => (
        <span className="services__place" key={kind}>
          <Icon name={PLACE_ICONS[kind]} isInline />
          {t(isOpen ? 'places.short.open' : `places.short.${kind}`)}{' '}
        </span>
      ))}
    </span>
  );
}

import type { LocalDate } from '../../../domain/calendar/local-date';
import { needsOf } from '../../../domain/catalogue/find-service';
import type { Service } from '../../../domain/catalogue/service';
import type { Area, City } from '../../../domain/city/city';
import { windowsOn } from './practice-days';
import type { Seeded } from './seeded';

/** One person in this many asks for another programme than the city's first. */
const OTHER_PROGRAMME_EVERY = 5;

/** Services, and the areas where one visit on that day can cover them. */
export type PickedServices = { readonly services: readonly Service[]; readonly areas: readonly Area[] };

/**
 * Picks what person `index` asks for: one service, and for every third person on average a second one that
 * some unit can do together with the first on that day. Throws where no unit is on the road that day.
 */
export function pickServices(city: City, seeded: Seeded, index: number, date: LocalDate): PickedServices {
  const areasFor = (services: readonly Service[]) =>
    city.areas.filter((area) => windowsOn(city, area, date, needsOf(services)).length > 0);
  const { services } = city.catalogue;
  const doable = services.filter((service) => areasFor([service]).length > 0);
  const own = doable.filter(({ programme }) => programme === programmeFor(city, index));
  const first = oneOf(own.length > 0 ? own : doable, seeded);
  if (first === undefined) throw new Error(`practice: no unit is on the road on ${date}`);
  const second = seeded.below(3) === 0 ? oneOf(services, seeded) : undefined;
  const both = [...new Set([first, second ?? first])];
  const areas = areasFor(both);
  return areas.length > 0 ? { services: both, areas } : { services: [first], areas: areasFor([first]) };
}

function oneOf(services: readonly Service[], seeded: Seeded): Service | undefined {
  return services[seeded.below(services.length)];
}

function programmeFor({ settings }: City, index: number) {
  const [first, ...others] = settings.programmes;
  const other = others[Math.floor(index / OTHER_PROGRAMME_EVERY) % Math.max(1, others.length)];
  return (index % OTHER_PROGRAMME_EVERY === 0 ? other : first)?.id;
}

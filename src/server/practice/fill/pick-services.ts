import type { LocalDate } from '../../../domain/calendar/local-date';
import { needsOf } from '../../../domain/catalogue/find-service';
import type { Service } from '../../../domain/catalogue/service';
import type { Area, City } from '../../../domain/city/city';
import { windowsOn } from './practice-days';
import type { Seeded } from './seeded';

/** Every so many people, one asks for another programme than the city's first. */
const OTHER_PROGRAMME_EVERY = 5;

/** Where services can be done at one visit on a day. */
export type PickedServices = { readonly services: readonly Service[]; readonly areas: readonly Area[] };

/**
 * What person `index` asks for: one service, and for every third person a second one, that some unit can do together on
 * that day. Throws where nobody drives then.
 */
export function pickServices(city: City, seeded: Seeded, index: number, date: LocalDate): PickedServices {
  const areasFor = (services: readonly Service[]) =>
    city.areas.filter((area) => windowsOn(city, area, date, needsOf(services)).length > 0);
  const { services } = city.catalogue;
  const doable = services.filter((service) => areasFor([service]).length > 0);
  const own = doable.filter(({ programme }) => programme === programmeFor(city, index));
  const first = oneOf(own.length > 0 ? own : doable, seeded);
  if (first === undefined) throw new Error(`practice: nobody drives on ${date}`);
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

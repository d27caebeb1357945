import { canMake } from '../calendar/unit-needs';
import { findService, needsOf, servicesOfPackage } from '../catalogue/find-service';
import type { ServicePackage } from '../catalogue/service';
import { findRepeated } from './check-catalogue';
import type { City, Programme } from './city';

/**
 * Returns the faults of programmes, in words: unknown programmes, units that serve none, and packages that no
 * single unit may do.
 */
export function checkProgrammes(city: City): readonly string[] {
  const { settings, catalogue } = city;
  const known = new Set<string>(settings.programmes.map(({ id }) => id));
  return [
    ...findRepeated(settings.programmes, 'programme', ({ id }) => id),
    ...catalogue.services
      .filter(({ programme }) => !known.has(programme))
      .map(({ id, programme }) => `service ${id}: there is no programme ${programme}`),
    ...settings.units.flatMap(({ id, programmes }) => [
      ...(programmes?.length === 0 ? [`unit ${id} serves no programme`] : []),
      ...(programmes ?? [])
        .filter((one) => !known.has(one))
        .map((one) => `unit ${id}: there is no programme ${one}`),
    ]),
    ...settings.programmes.flatMap((programme) => checkFirst(programme, city)),
    ...catalogue.packages
      .filter((pkg) => !canBeOneVisit(pkg, city))
      .map(({ id }) => `package ${id}: no unit serves all of its programmes`),
  ];
}

function checkFirst({ id, first }: Programme, { catalogue }: City): string[] {
  if (first === undefined || findService(catalogue, first)?.programme === id) return [];
  return [`programme ${id} begins with ${first}, which is no service of it`];
}

/** Skips services that the catalogue does not have: `checkCatalogue` reports those. */
function canBeOneVisit(pkg: ServicePackage, { settings, catalogue }: City): boolean {
  const options = pkg.choice?.options.map(({ service }) => service) ?? [];
  const visits = options.length === 0 ? [pkg.services] : options.map((one) => servicesOfPackage(pkg, one));
  return visits.every((ids) => {
    const { programmes } = needsOf(ids.flatMap((id) => findService(catalogue, id) ?? []));
    return settings.units.some((unit) => canMake(unit, { equipment: [], programmes }));
  });
}

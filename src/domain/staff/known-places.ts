import type { City } from '../city/city';

/** Returns the units and areas that a member of staff can be assigned to. */
export function knownPlaces({ settings, areas }: City) {
  return {
    units: new Set<string>(settings.units.map(({ id }) => id)),
    areas: new Set<string>(areas.map(({ code }) => code)),
  };
}

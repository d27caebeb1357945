import type { StaffRole } from './role';

type Place = {
  readonly role: StaffRole;
  readonly unit?: string | undefined;
  readonly areas: readonly string[];
};
type Known = { readonly units: ReadonlySet<string>; readonly areas: ReadonlySet<string> };

export type PlaceFault = {
  readonly problem: 'unit-unknown' | 'area-unknown';
  readonly pointer: '/unit' | '/areas';
};

/**
 * Checks where a member of staff works: a crew belongs to a unit of the city, kelurahan staff to at least one
 * of its areas. These decide which rows they can read.
 */
export function checkPlace({ role, unit, areas }: Place, known: Known): PlaceFault | undefined {
  const isUnitKnown = unit === undefined ? role !== 'crew' : known.units.has(unit);
  if (!isUnitKnown) return { problem: 'unit-unknown', pointer: '/unit' };
  const areAreasKnown = areas.every((area) => known.areas.has(area));
  if (!areAreasKnown || (role === 'kelurahan' && areas.length === 0)) {
    return { problem: 'area-unknown', pointer: '/areas' };
  }
  return undefined;
}

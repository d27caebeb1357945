import { DONE, type Result, refuse } from '../result';
import type { StaffRole } from './role';

type Place = {
  readonly role: StaffRole;
  readonly unit?: string | undefined;
  readonly areas: readonly string[];
};
type Known = { readonly units: ReadonlySet<string>; readonly areas: ReadonlySet<string> };

/**
 * Checks where a member of staff works: a crew belongs to a unit of the city, kelurahan staff to at least one
 * of its areas. These decide which rows they can read.
 */
export function checkPlace(
  { role, unit, areas }: Place,
  known: Known,
): Result<unknown, 'unit-unknown' | 'area-unknown'> {
  const isUnitKnown = unit === undefined ? role !== 'crew' : known.units.has(unit);
  if (!isUnitKnown) return refuse('unit-unknown', { pointer: '/unit' });
  const areAreasKnown = areas.every((area) => known.areas.has(area));
  if (!areAreasKnown || (role === 'kelurahan' && areas.length === 0)) {
    return refuse('area-unknown', { pointer: '/areas' });
  }
  return DONE;
}

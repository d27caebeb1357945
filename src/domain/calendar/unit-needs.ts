import type { ProgrammeId } from '../catalogue/programme';
import type { Equipment, Unit } from './window';

/** What a visit requires of the unit that makes it. */
export type UnitNeeds = {
  /** What the unit must carry. */
  readonly equipment: readonly Equipment[];
  /** The programmes whose services it must bring. */
  readonly programmes: readonly ProgrammeId[];
};

/** A visit that any unit can make. */
export const ANY_UNIT: UnitNeeds = { equipment: [], programmes: [] };

/**
 * Whether a unit may be given a visit: it carries all the equipment and serves every programme. A unit that
 * names programmes serves only those; a unit that names none serves all. Services of two programmes can
 * therefore share a visit only if one unit serves both; otherwise they become two visits (`splitVisits`). The
 * rule binds the desk as well as residents.
 */
export function canMake({ equipment, programmes }: Unit, needs: UnitNeeds): boolean {
  return (
    needs.equipment.every((item) => equipment.includes(item)) &&
    (programmes === undefined || needs.programmes.every((id) => programmes.includes(id)))
  );
}

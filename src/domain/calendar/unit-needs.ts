import type { ProgrammeId } from '../catalogue/programme';
import type { Equipment, Unit } from './window';

/** What a visit asks of the unit that makes it. */
export type UnitNeeds = {
  /** What the unit must carry. */
  readonly equipment: readonly Equipment[];
  /** Whose services it must bring. */
  readonly programmes: readonly ProgrammeId[];
};

/** A visit that any unit can make. */
export const ANY_UNIT: UnitNeeds = { equipment: [], programmes: [] };

/**
 * Whether a unit may be given a visit: it carries all of the equipment and serves every programme. A unit that names
 * programmes serves those alone, one that names none serves all. Services of two programmes are so done at one visit
 * only where one unit serves both; else they are two visits (`splitVisits`). The desk is bound by it as residents are.
 */
export function canMake({ equipment, programmes }: Unit, needs: UnitNeeds): boolean {
  return (
    needs.equipment.every((item) => equipment.includes(item)) &&
    (programmes === undefined || needs.programmes.every((id) => programmes.includes(id)))
  );
}

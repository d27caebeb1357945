import type { StaffMember } from '../../../contract/staff/auth';
import type { City } from '../../../domain/city/city';

/** Returns where a member works: a crew's unit or a kelurahan officer's areas; empty for the whole city. */
export function placeOf({ unit, areas }: Pick<StaffMember, 'unit' | 'areas'>, city: City): string {
  const unitName = city.settings.units.find(({ id }) => id === unit)?.name ?? unit;
  const areaNames = areas.map((code) => city.areas.find((area) => area.code === code)?.kelurahan ?? code);
  return [...(unitName === undefined ? [] : [unitName]), ...areaNames].join(', ');
}

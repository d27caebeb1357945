import type { StaffMember } from '../../../contract/staff/auth';
import type { City } from '../../../domain/city/city';

/** Where somebody works, in words: a crew's unit, the areas of a kelurahan's officer; empty for the whole city. */
export function placeOf({ unit, areas }: Pick<StaffMember, 'unit' | 'areas'>, city: City): string {
  const unitName = city.settings.units.find(({ id }) => id === unit)?.name ?? unit;
  const areaNames = areas.map((code) => city.areas.find((area) => area.code === code)?.kelurahan ?? code);
  return [...(unitName === undefined ? [] : [unitName]), ...areaNames].join(', ');
}

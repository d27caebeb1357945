import type { ProgrammeId } from '../catalogue/programme';
import type { Area, City } from '../city/city';
import type { Weekday } from './local-date';
import { servesArea } from './slots';
import { canMake } from './unit-needs';
import type { Unit } from './window';

/** Returns the units that bring a programme's services. */
export function unitsOfProgramme({ settings }: City, programme: ProgrammeId): readonly Unit[] {
  return settings.units.filter((unit) => canMake(unit, { equipment: [], programmes: [programme] }));
}

export type DaysOfArea = {
  readonly kecamatan: string;
  /** Present only where the kelurahan of one kecamatan have different days. */
  readonly kelurahan?: string;
  /** Ascending from Monday (1); empty where no unit comes. */
  readonly weekdays: readonly Weekday[];
};

/**
 * Returns the weekdays on which some unit of the programme comes to each area: one line for a kecamatan whose
 * kelurahan all have the same days, else one line for each kelurahan.
 */
export function daysOfProgramme(city: City, programme: ProgrammeId): readonly DaysOfArea[] {
  const units = new Set<string>(unitsOfProgramme(city, programme).map(({ id }) => id));
  const lines = city.settings.rota.filter(({ unit }) => units.has(unit));
  const daysOf = ({ code }: Area): readonly Weekday[] =>
    [...new Set(lines.filter((line) => servesArea(line.areas, code)).map(({ weekday }) => weekday))].sort();
  const names = [...new Set(city.areas.map(({ kecamatan }) => kecamatan))];
  return names.flatMap((kecamatan) => {
    const own = city.areas.filter((area) => area.kecamatan === kecamatan);
    const all = own.map((area) => ({ kecamatan, kelurahan: area.kelurahan, weekdays: daysOf(area) }));
    const [first] = all;
    const isSame = all.every(({ weekdays }) => String(weekdays) === String(first?.weekdays));
    return first !== undefined && isSame ? [{ kecamatan, weekdays: first.weekdays }] : all;
  });
}

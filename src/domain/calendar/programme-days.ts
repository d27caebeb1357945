import type { ProgrammeId } from '../catalogue/programme';
import type { Area, City } from '../city/city';
import type { Weekday } from './local-date';
import { servesArea } from './slots';
import { canMake } from './unit-needs';
import type { Unit } from './window';

/** The units that bring a programme's services. */
export function unitsOfProgramme({ settings }: City, programme: ProgrammeId): readonly Unit[] {
  return settings.units.filter((unit) => canMake(unit, { equipment: [], programmes: [programme] }));
}

export type DaysOfArea = {
  readonly kecamatan: string;
  /** Where the kelurahan of one kecamatan have different days. */
  readonly kelurahan?: string;
  /** Monday (1) first; empty where no unit comes. */
  readonly weekdays: readonly Weekday[];
};

/** On which days of a week some unit of the programme comes where: a kecamatan in one line where its days are the same. */
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

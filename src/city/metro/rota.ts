import type { Weekday } from '../../domain/calendar/local-date';
import type { RotaLine, UnitId, WindowId } from '../../domain/calendar/window';

const PUSAT = '18.72.01';
const UTARA = '18.72.02';
const BARAT = '18.72.03';
const TIMUR = '18.72.04';
const SELATAN = '18.72.05';

const ALL_DAY = ['pagi', 'siang'] as WindowId[];

/**
 * A sample rota. The unit with the biometric kit comes to every kecamatan on two days of the week, the other
 * unit on two other days, so that every kelurahan is served on four of five days. The Nasi Ketan unit comes
 * to every kecamatan twice a week.
 */
export const rota: readonly RotaLine[] = [
  ...weekOf('unit-1', [
    [PUSAT, UTARA],
    [BARAT, SELATAN],
    [PUSAT, TIMUR],
    [UTARA, TIMUR],
    [BARAT, SELATAN],
  ]),
  ...weekOf('unit-2', [
    [BARAT, SELATAN],
    [PUSAT, TIMUR],
    [UTARA, BARAT],
    [PUSAT, SELATAN],
    [UTARA, TIMUR],
  ]),
  ...weekOf('unit-3', [
    [PUSAT, UTARA],
    [BARAT, TIMUR],
    [SELATAN, PUSAT],
    [UTARA, BARAT],
    [TIMUR, SELATAN],
  ]),
];

/** Returns the lines of one unit, from Monday. */
function weekOf(unit: string, areasByDay: readonly (readonly string[])[]): readonly RotaLine[] {
  return areasByDay.map((areas, day) => ({
    unit: unit as UnitId,
    weekday: (day + 1) as Weekday,
    windows: ALL_DAY,
    areas,
  }));
}

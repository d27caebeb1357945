import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { daysOfProgramme, unitsOfProgramme } from '../../../src/domain/calendar/programme-days';
import type { RotaLine } from '../../../src/domain/calendar/window';
import type { ProgrammeId } from '../../../src/domain/catalogue/programme';
import type { City } from '../../../src/domain/city/city';

const KETAN = 'nasi-ketan' as ProgrammeId;
const MPP = 'mpp-mobile' as ProgrammeId;

const withRota = (rota: readonly RotaLine[]): City => ({ ...metro, settings: { ...metro.settings, rota } });

describe('the days of a programme', () => {
  it('are those of its own units, with one line for each kecamatan', () => {
    expect(unitsOfProgramme(metro, KETAN).map(({ id }) => id)).toEqual(['unit-3']);
    expect(daysOfProgramme(metro, KETAN)).toEqual([
      { kecamatan: 'Metro Pusat', weekdays: [1, 3] },
      { kecamatan: 'Metro Utara', weekdays: [1, 4] },
      { kecamatan: 'Metro Barat', weekdays: [2, 4] },
      { kecamatan: 'Metro Timur', weekdays: [2, 5] },
      { kecamatan: 'Metro Selatan', weekdays: [3, 5] },
    ]);
    expect(daysOfProgramme(metro, MPP).map(({ weekdays }) => weekdays.length)).toEqual([4, 4, 4, 4, 4]);
  });

  it('are listed by kelurahan where they differ within a kecamatan, and are empty where no unit comes', () => {
    const rota = metro.settings.rota.map((line) =>
      line.unit === 'unit-3' && line.weekday === 1 ? { ...line, areas: ['18.72.01.1001'] } : line,
    );
    const days = daysOfProgramme(withRota(rota), KETAN);
    const pusat = days.filter(({ kecamatan }) => kecamatan === 'Metro Pusat');
    expect(pusat).toHaveLength(5);
    expect(pusat.filter(({ weekdays }) => weekdays.includes(1)).map(({ kelurahan }) => kelurahan)).toEqual([
      'Metro',
    ]);
    const none = daysOfProgramme(withRota(rota.filter(({ unit }) => unit !== 'unit-3')), KETAN);
    expect(none.every(({ weekdays }) => weekdays.length === 0)).toBe(true);
  });

  it('are those of every unit where no unit names a programme', () => {
    const units = metro.settings.units.map(({ programmes: _, ...unit }) => unit);
    const city = { ...metro, settings: { ...metro.settings, units } };
    expect(unitsOfProgramme(city, KETAN)).toHaveLength(3);
    expect(daysOfProgramme(city, KETAN).map(({ weekdays }) => weekdays.length)).toEqual([4, 4, 5, 4, 5]);
  });
});

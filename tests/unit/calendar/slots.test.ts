import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import {
  addDays,
  instantOf,
  type LocalDate,
  localDateAt,
  localTimeAt,
  minutesBetween,
  parseLocalDate,
  parseLocalTime,
  weekdayOf,
} from '../../../src/domain/calendar/local-date';
import { slotsFor } from '../../../src/domain/calendar/slots';
import { ANY_UNIT } from '../../../src/domain/calendar/unit-needs';
import type { Closure } from '../../../src/domain/calendar/window';
import type { City } from '../../../src/domain/city/city';

const monday = '2026-11-30' as LocalDate;
const twoWeeks = { ...ANY_UNIT, from: monday, days: 14 } as const;

function withClosures(closures: readonly Closure[]): City {
  return { ...metro, settings: { ...metro.settings, closures } };
}

describe('local dates', () => {
  it('survive the way from an instant and back, to the minute, in any zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000_000_000 }),
        fc.constantFrom(420, 480, 540),
        (seconds, offset) => {
          const atMs = Math.floor(seconds / 60) * 60_000;
          expect(instantOf(localDateAt(atMs, offset), localTimeAt(atMs, offset), offset)).toBe(atMs);
        },
      ),
    );
  });

  it('have the right weekday, and are refused where no such day or time exists', () => {
    expect(weekdayOf(monday)).toBe(1);
    expect(weekdayOf(addDays(monday, 6))).toBe(7);
    expect(addDays('2028-02-28' as LocalDate, 1)).toBe('2028-02-29');
    for (const text of ['2026-02-30', '2026-13-01', '26-01-01', '', '2026-1-1']) {
      expect(parseLocalDate(text)).toBeUndefined();
    }
    expect(parseLocalDate('2026-02-28')).toBe('2026-02-28');
    expect(parseLocalTime('24:00')).toBeUndefined();
    expect(parseLocalTime('08:05')).toBe('08:05');
  });
});

describe('slots of the rota', () => {
  it('serve every kelurahan within two weeks, with and without the biometric kit', () => {
    for (const area of metro.areas) {
      expect(slotsFor(metro, { ...twoWeeks, area: area.code }).length).toBeGreaterThan(0);
      const withKit = slotsFor(metro, { ...twoWeeks, area: area.code, equipment: ['biometric'] });
      expect(withKit.length).toBeGreaterThan(0);
      const kits = metro.settings.units.filter((unit) => unit.equipment.includes('biometric'));
      for (const slot of withKit) expect(kits.map((unit) => unit.id)).toContain(slot.unit);
    }
  });

  it('give Friday its longer noon break', () => {
    const fridays = metro.areas
      .flatMap((area) => slotsFor(metro, { ...twoWeeks, area: area.code }))
      .filter((slot) => weekdayOf(slot.date) === 5);
    expect(fridays.length).toBeGreaterThan(0);
    for (const slot of fridays) {
      if (slot.window === 'pagi') expect(slot.end).toBe('11:00');
      if (slot.window === 'siang') expect(slot.start).toBe('13:30');
      expect(slot.capacityMinutes).toBe(minutesBetween(slot.start, slot.end));
    }
  });

  it('keep at least the share that the city chose back from online booking', () => {
    for (const slot of metro.areas.flatMap((area) => slotsFor(metro, { ...twoWeeks, area: area.code }))) {
      const kept = slot.capacityMinutes - slot.onlineCapacityMinutes;
      expect(kept).toBeGreaterThanOrEqual(slot.capacityMinutes * metro.settings.keptShare);
      expect(slot.onlineCapacityMinutes).toBeGreaterThan(0);
    }
  });

  it('are absent on a holiday, and otherwise in order of time', () => {
    for (const area of metro.areas) {
      const christmas = slotsFor(metro, {
        area: area.code,
        ...ANY_UNIT,
        from: '2026-12-25' as LocalDate,
        days: 1,
      });
      expect(christmas).toEqual([]);
      const times = slotsFor(metro, { ...twoWeeks, area: area.code }).map(
        (slot) => `${slot.date}T${slot.start}`,
      );
      expect(times).toEqual([...times].sort());
    }
  });

  it('leave out exactly a closed day, or the closed window of one unit', () => {
    const area = metro.areas[0]?.code ?? '';
    const open = slotsFor(metro, { ...twoWeeks, area });
    const first = open[0];
    if (first === undefined) throw new Error('the rota serves no area');
    const reason = 'latihan';
    const day = slotsFor(withClosures([{ date: first.date, reason }]), { ...twoWeeks, area });
    expect(day).toEqual(open.filter((slot) => slot.date !== first.date));
    const one = slotsFor(
      withClosures([{ date: first.date, reason, unit: first.unit, window: first.window }]),
      { ...twoWeeks, area },
    );
    expect(one).toEqual(open.slice(1));
  });

  it('serve no area that the rota does not name', () => {
    expect(slotsFor(metro, { ...twoWeeks, area: '18.71.01.1001' })).toEqual([]);
    expect(slotsFor(metro, { ...twoWeeks, area: '18.72.0' })).toEqual([]);
  });
});

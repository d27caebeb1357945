import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { holidayOn, yearsWithoutMovableHolidays } from '../../../src/domain/calendar/holidays';
import { hoursOn } from '../../../src/domain/calendar/hours-on';
import type { LocalDate } from '../../../src/domain/calendar/local-date';
import { slotsFor } from '../../../src/domain/calendar/slots';
import { ANY_UNIT } from '../../../src/domain/calendar/unit-needs';
import type { WindowRule } from '../../../src/domain/calendar/window';
import { workingDaysBetween } from '../../../src/domain/calendar/working-days';

const day = (text: string) => text as LocalDate;
const area = metro.areas[0]?.code ?? '';

describe('holidays that the law fixes', () => {
  test.each(['2028-05-01', '2029-01-01', '2031-06-01', '2035-08-17', '2040-12-25'])(
    '%s is offered to nobody, and is no working day',
    (date) => {
      expect(slotsFor(metro, { ...ANY_UNIT, area, from: day(date), days: 1 })).toEqual([]);
      const before = day(`${new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10)}`);
      expect(workingDaysBetween(metro.settings, before, day(date))).toBe(0);
    },
  );

  test('hold in every year, beside those the city sets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2026, max: 2099 }), (year) => {
        expect(holidayOn({ holidays: [] }, day(`${year}-08-17`))).toBe('Hari Kemerdekaan');
        expect(holidayOn({ holidays: [] }, day(`${year}-08-18`))).toBeUndefined();
      }),
    );
    const holidays = [{ date: day('2027-03-10'), name: 'Idulfitri' }];
    expect(holidayOn({ holidays }, day('2027-03-10'))).toBe('Idulfitri');
    expect(holidayOn({ holidays }, day('2028-03-10'))).toBeUndefined();
  });
});

describe('years without movable holidays', () => {
  const named = (date: string) => ({ date: day(date), name: 'Contoh' });
  const ask = (today: string, dates: readonly string[]) =>
    yearsWithoutMovableHolidays({ holidays: dates.map(named), horizonDays: 14 }, day(today));

  test.each([
    ['the next year two months before it can be requested', '2026-10-18', ['2026-03-20'], [2027]],
    ['nothing a day earlier', '2026-10-17', ['2026-03-20'], []],
    ['nothing once the next year has one', '2026-10-18', ['2026-03-20', '2027-03-10'], []],
    ['both years where neither has one', '2026-11-29', [], [2026, 2027]],
    ['a year whose only holidays are those of the law', '2027-02-01', ['2027-01-01', '2027-05-01'], [2027]],
    ['nothing of years that are over', '2028-01-02', ['2028-04-07'], []],
  ])('tell %s', (_, today, dates, years) => {
    expect(ask(today, dates)).toEqual(years);
  });
});

describe('hours of a stretch of dates', () => {
  const rule = {
    id: 'pagi',
    name: 'Pagi',
    start: '08:00',
    end: '11:30',
    onWeekday: { 5: { start: '08:00', end: '11:00' } },
    onDates: [
      {
        name: 'Ramadan',
        from: '2027-02-08',
        to: '2027-03-09',
        start: '09:00',
        end: '11:45',
        onWeekday: { 5: { start: '09:00', end: '11:15' } },
      },
      { name: 'Sesudah', from: '2027-03-15', to: '2027-03-19', start: '10:00', end: '11:00' },
    ],
  } as unknown as WindowRule;

  test.each([
    ['2027-02-07', '08:00', '11:30'],
    ['2027-02-08', '09:00', '11:45'],
    ['2027-02-12', '09:00', '11:15'],
    ['2027-03-09', '09:00', '11:45'],
    ['2027-03-10', '08:00', '11:30'],
    ['2027-03-12', '08:00', '11:00'],
    ['2027-03-19', '10:00', '11:00'],
  ])('on %s are %s to %s', (date, start, end) => {
    expect(hoursOn(rule, day(date))).toEqual({ start, end });
  });
});

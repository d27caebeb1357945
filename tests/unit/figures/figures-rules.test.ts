import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { FiguresQuery } from '../../../src/contract/staff/figures';
import type { LocalDate } from '../../../src/domain/calendar/local-date';
import { workingDaysBetween } from '../../../src/domain/calendar/working-days';
import { hideSmall, hideSmallShare } from '../../../src/domain/figures/hide-small';
import { sumUpWaiting } from '../../../src/domain/figures/waiting';
import { monthsOf, monthsWords } from '../../../src/web/staff/figures/period';

describe('small counts', () => {
  it('hides 1 to 4, and one more count where a single hidden one could be worked out', () => {
    expect(hideSmall([0, 5, 9])).toEqual([0, 5, 9]);
    expect(hideSmall([4, 9, 6, 0])).toEqual([null, 9, null, 0]);
    expect(hideSmall([4, 1, 6])).toEqual([null, null, 6]);
    expect(hideSmall([3])).toEqual([null]);
  });
  it('hides a share out of 1 to 4', () => {
    expect(hideSmallShare({ done: 4, of: 4 })).toBeNull();
    expect(hideSmallShare({ done: 1, of: 5 })).toEqual({ done: 1, of: 5 });
    expect(hideSmallShare({ done: 0, of: 0 })).toEqual({ done: 0, of: 0 });
  });
});

describe('waiting time', () => {
  const days = (from: string, to: string) =>
    workingDaysBetween(metro.settings, from as LocalDate, to as LocalDate);
  it('is counted in working days, without the day of the request', () => {
    expect(days('2026-11-23', '2026-11-23')).toBe(0);
    expect(days('2026-11-27', '2026-11-30')).toBe(1);
    expect(days('2026-11-24', '2026-11-20')).toBe(0);
    expect(days('2026-12-24', '2026-12-28')).toBe(1);
  });
  it("has the middle person's days as its median, the lower of two", () => {
    const waits = [
      { days: 5, people: 1 },
      { days: 1, people: 2 },
      { days: 3, people: 1 },
    ];
    expect(sumUpWaiting(waits, 3)).toEqual({ medianDays: 1, people: 4, withinPromise: 3 });
    expect(sumUpWaiting([], 3)).toEqual({ medianDays: undefined, people: 0, withinPromise: 0 });
  });
});

it('says the months of a period in words', () => {
  const words = (from: string, to: string) => monthsWords({ from, to } as FiguresQuery, 'id');
  expect(words('2026-09', '2026-11')).toBe('September–November 2026');
  expect(words('2026-11', '2026-11')).toBe('November 2026');
  expect(words('2025-12', '2026-11')).toMatch(/^Desember 2025\s–\sNovember 2026$/);
});

it('takes whole months as a period, also across the turn of a year', () => {
  expect(monthsOf('last-month', '2027-01-31')).toEqual({ from: '2026-12', to: '2026-12' });
  expect(monthsOf('twelve-months', '2026-11-25')).toEqual({ from: '2025-12', to: '2026-11' });
});

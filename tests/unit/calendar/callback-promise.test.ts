import { describe, expect, it } from 'vitest';
import { settings } from '../../../src/city/metro/settings';
import { callbackPromise } from '../../../src/domain/calendar/callback-promise';
import type { LocalDate } from '../../../src/domain/calendar/local-date';

/** Reads an instant on Metro's clock. */
const at = (local: string) => Date.parse(`${local}:00+07:00`);
const promise = (asked: string, changes: Partial<typeof settings> = {}) =>
  callbackPromise({ ...settings, holidays: [], callbackWithinHours: 4, ...changes }, at(asked));

describe('the promised time of a callback', () => {
  it.each([
    // Open 08.00-11.30 and 13.00-15.00; Friday 08.00-11.00 and 13.30-15.00.
    ['in the morning', '2026-11-23T08:00', '2026-11-23T13:30'],
    ['at noon', '2026-11-23T12:15', '2026-11-24T10:00'],
    ['at night', '2026-11-23T22:00', '2026-11-24T13:30'],
    ['on Friday afternoon', '2026-11-27T14:00', '2026-11-30T11:00'],
    ['on Sunday', '2026-11-29T09:00', '2026-11-30T13:30'],
    ['on Friday morning', '2026-11-27T08:00', '2026-11-27T14:30'],
  ])('counts open hours from a request %s', (_, asked, expected) => {
    expect(promise(asked)).toBe(at(expected));
  });

  it('skips holidays and closures for everyone, but not the closure of one unit', () => {
    const date = '2026-11-24' as LocalDate;
    const closure = { date, reason: 'Rapat' };
    const siang = settings.windows[1]?.id;
    const unit = settings.units[0]?.id;
    if (siang === undefined || unit === undefined) throw new Error('the sample has no windows or units');
    expect(promise('2026-11-23T22:00', { holidays: [{ date, name: 'Libur' }] })).toBe(at('2026-11-25T13:30'));
    expect(promise('2026-11-23T22:00', { closures: [closure] })).toBe(at('2026-11-25T13:30'));
    expect(promise('2026-11-23T22:00', { closures: [{ ...closure, window: siang }] })).toBe(
      at('2026-11-25T08:30'),
    );
    expect(promise('2026-11-23T22:00', { closures: [{ ...closure, unit }] })).toBe(at('2026-11-24T13:30'));
  });

  it('counts overlapping windows once, and counts clock hours where nothing is ever open', () => {
    const [pagi] = settings.windows;
    if (pagi === undefined) throw new Error('the sample has no windows');
    const twice = [pagi, { ...pagi, name: 'Lagi' }];
    expect(promise('2026-11-23T08:00', { windows: twice, callbackWithinHours: 2 })).toBe(
      at('2026-11-23T10:00'),
    );
    expect(promise('2026-11-23T08:00', { windows: twice })).toBe(at('2026-11-24T08:30'));
    expect(promise('2026-11-23T08:00', { rota: [] })).toBe(at('2026-11-23T12:00'));
  });
});

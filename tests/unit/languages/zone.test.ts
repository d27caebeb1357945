import { afterEach, describe, expect, it } from 'vitest';
import { hourWords, instantWords, timeWords } from '../../../src/web/copy/dates';
import { alwaysWithZone, showZone, zoneName } from '../../../src/web/copy/zone';

const WIB = 420;
const MORNING = { start: '08:00', end: '11:30' };

afterEach(() => showZone(WIB, WIB));

describe('hours', () => {
  it.each([
    ['Metro', 420],
    ['Bangkok, on the same clock', 420],
  ])('name no zone on a phone in %s', (_place, offset) => {
    showZone(WIB, offset);
    expect(hourWords(MORNING)).toBe('08.00–11.30');
    expect(timeWords('08:00', 'en')).toBe('08:00');
  });

  it.each([
    ['Makassar', 480],
    ['Jayapura', 540],
    ['Jeddah', 180],
    ['Kolkata', 330],
    ['St. John', -210],
  ])('name the zone of the city on a phone in %s, once', (_place, offset) => {
    showZone(WIB, offset);
    expect(hourWords(MORNING)).toBe('08.00–11.30 WIB');
    expect(hourWords(MORNING, 'en')).toBe('08:00–11:30 WIB');
    expect(instantWords('2026-11-24T15:15:00Z', 'id', WIB)).toBe('24 Nov 2026, 22.15 WIB');
    expect(alwaysWithZone(hourWords(MORNING), WIB)).toBe('08.00–11.30 WIB');
  });

  it('name it for another phone even where this one is in the zone', () => {
    expect(alwaysWithZone(hourWords(MORNING), WIB)).toBe('08.00–11.30 WIB');
  });

  it.each([
    [420, 'WIB'],
    [480, 'WITA'],
    [540, 'WIT'],
    [0, 'UTC+0'],
    [345, 'UTC+5.45'],
    [-210, 'UTC-3.30'],
  ])('zone %i is %s', (offset, name) => {
    expect(zoneName(offset)).toBe(name);
  });
});

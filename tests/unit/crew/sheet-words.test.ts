import { expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { momentWords, sheetDayWords } from '../../../src/web/staff/run-sheet/sheet/sheet-words';

/** Midnight at the end of 31 December 2026 in Metro. */
const NEW_YEAR_MS = Date.parse('2026-12-31T17:00:00Z');

it('a moment in another year shows its year', () => {
  expect(momentWords('2026-11-25T03:31:00Z', metro, NEW_YEAR_MS - 1)).toBe('25/11 10.31');
  expect(momentWords('2026-11-25T03:31:00Z', metro, NEW_YEAR_MS)).toBe('25/11/2026 10.31');
});

it('a day in another year shows its year, and a day on a printed sheet always does', () => {
  expect(sheetDayWords('2026-11-25', 'id', '2026-12-31')).toBe('Rabu, 25 November');
  expect(sheetDayWords('2026-11-25', 'id', '2027-01-01')).toBe('Rabu, 25 November 2026');
  expect(sheetDayWords('2026-11-25', 'id')).toBe('Rabu, 25 November 2026');
});

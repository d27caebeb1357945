import { type Result, refuse } from '../result';
import { joinedDigits } from './plain-digits';

/** A NIK that has passed {@link parseNik}: exactly 16 digits. */
export type Nik = string & { readonly __brand: 'Nik' };

export type NikProblem = 'nik-not-16-digits' | 'nik-impossible-date' | 'nik-serial-zero';
export type NikWarning = 'nik-birth-year-differs' | 'nik-sex-differs';
export type Sex = 'female' | 'male';

export type NikResult = Result<{ readonly nik: Nik }, NikProblem>;

/** A woman's day of birth is written with 40 added. */
const FEMALE_DAY_SHIFT = 40;

/**
 * Reads a NIK as people type it (spaces, dots and hyphens between digits are ignored).
 *
 * The first six digits are the area of first registration, so any area is accepted. There is no check digit.
 * The day may be 1-31 or 41-71 in every month: the register holds numbers whose date is not in the calendar,
 * so only the published ranges are checked.
 */
export function parseNik(text: string): NikResult {
  const digits = joinedDigits(text);
  if (!/^[0-9]{16}$/.test(digits)) return refuse('nik-not-16-digits');
  const writtenDay = Number(digits.slice(6, 8));
  const day = writtenDay > FEMALE_DAY_SHIFT ? writtenDay - FEMALE_DAY_SHIFT : writtenDay;
  const month = Number(digits.slice(8, 10));
  if (day < 1 || day > 31 || month < 1 || month > 12) return refuse('nik-impossible-date');
  if (digits.endsWith('0000')) return refuse('nik-serial-zero');
  return { ok: true, nik: digits as Nik };
}

/**
 * Returns where a NIK disagrees with what the person said. This is only ever a warning: some people's data
 * were corrected later while the number stayed the same. The NIK holds two digits of the year, so it does not
 * tell the century.
 */
export function checkNikAgainst(
  nik: Nik,
  known: {
    readonly birthYear?: number | undefined;
    readonly sex?: Sex | undefined;
  },
): readonly NikWarning[] {
  const warnings: NikWarning[] = [];
  if (known.birthYear !== undefined && Number(nik.slice(10, 12)) !== known.birthYear % 100) {
    warnings.push('nik-birth-year-differs');
  }
  const sex: Sex = Number(nik.slice(6, 8)) > FEMALE_DAY_SHIFT ? 'female' : 'male';
  if (known.sex !== undefined && known.sex !== sex) warnings.push('nik-sex-differs');
  return warnings;
}

/**
 * Returns the last four digits with stars before them, for every view that does not need the whole number.
 */
export function maskNik(nik: string): string {
  const shown = nik.slice(-4);
  return shown.padStart(16, '*');
}

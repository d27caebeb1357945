import { type Result, refuse } from '../result';
import { plainDigits } from './plain-digits';

export type BirthYearProblem =
  | 'birth-year-empty'
  | 'birth-year-not-4-digits'
  | 'birth-year-too-early'
  | 'birth-year-in-future';

export type BirthYearResult = Result<{ readonly birthYear: number }, BirthYearProblem>;

const EARLIEST_BIRTH_YEAR = 1900;
const LANSIA_FROM_YEARS = 60;

/** Reads a four-digit year of birth, from 1900 to `thisYear` (the city's year, not the phone's). */
export function parseBirthYear(text: string, thisYear: number): BirthYearResult {
  const digits = plainDigits(text);
  if (digits === '') return refuse('birth-year-empty');
  if (!/^[0-9]{4}$/.test(digits)) return refuse('birth-year-not-4-digits');
  const birthYear = Number(digits);
  if (birthYear < EARLIEST_BIRTH_YEAR) return refuse('birth-year-too-early');
  if (birthYear > thisYear) return refuse('birth-year-in-future');
  return { ok: true, birthYear };
}

/**
 * Whether a person is lansia: 60 or older (UU 13/1998 art. 1), counted by year alone. For display only: a
 * visit is for whoever cannot come, at any age, and the officer decides. Never use it to refuse.
 */
export function isLansia(birthYear: number, thisYear: number): boolean {
  return thisYear - birthYear >= LANSIA_FROM_YEARS;
}

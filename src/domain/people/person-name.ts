import { type Result, refuse } from '../result';
import { countChars, MAX_NAME_CHARS } from './text-limits';

export type PersonNameProblem = 'name-empty' | 'name-too-long';

export type PersonNameResult = Result<{ readonly name: string }, PersonNameProblem>;

// Spaces, control characters and zero-width characters leave nothing to read on a ticket.
const INVISIBLE = /[\p{Z}\p{Cc}\p{Cf}]/gu;

/**
 * Checks a name of 1 to 100 characters of any script; for many people one word is the whole name. Returns the
 * name exactly as typed: nothing stored is trimmed or normalised.
 */
export function parsePersonName(text: string): PersonNameResult {
  if (text.replace(INVISIBLE, '') === '') return refuse('name-empty');
  if (countChars(text.trim()) > MAX_NAME_CHARS) return refuse('name-too-long');
  return { ok: true, name: text };
}

import { countChars, MAX_NAME_CHARS } from './text-limits';

export type PersonNameProblem = 'name-empty' | 'name-too-long';

export type PersonNameResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: PersonNameProblem };

// Spaces, control characters and zero-width characters leave nothing to read on a ticket.
const INVISIBLE = /[\p{Z}\p{Cc}\p{Cf}]/gu;

/**
 * Checks a name of 1 to 100 characters of any script; for many people one word is the whole name. Returns the
 * name exactly as typed: nothing stored is trimmed or normalised.
 */
export function parsePersonName(text: string): PersonNameResult {
  if (text.replace(INVISIBLE, '') === '') return { ok: false, problem: 'name-empty' };
  if (countChars(text.trim()) > MAX_NAME_CHARS) return { ok: false, problem: 'name-too-long' };
  return { ok: true, name: text };
}

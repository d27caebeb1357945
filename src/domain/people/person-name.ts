import { countChars, MAX_NAME_CHARS } from './text-limits';

export type PersonNameProblem = 'name-empty' | 'name-too-long';

export type PersonNameResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: PersonNameProblem };

// Spaces, control and zero-width characters show nothing on a ticket.
const INVISIBLE = /[\p{Z}\p{Cc}\p{Cf}]/gu;

/**
 * Judges a name of 1 to 100 characters of any script; one word is a whole name for many people. The name comes back
 * exactly as typed: nothing is trimmed or normalised in what is stored.
 */
export function parsePersonName(text: string): PersonNameResult {
  if (text.replace(INVISIBLE, '') === '') return { ok: false, problem: 'name-empty' };
  if (countChars(text.trim()) > MAX_NAME_CHARS) return { ok: false, problem: 'name-too-long' };
  return { ok: true, name: text };
}

import { COMMON_WORDS } from './common-words';

export const MIN_PASSWORD_CHARS = 12;
/** At least this many characters must be left once everything guessable is struck out. */
const MIN_OWN_CHARS = 6;
const MIN_DIFFERENT_CHARS = 5;
const MIN_RUN_CHARS = 4;
const MIN_PERSONAL_CHARS = 3;
/**
 * Keyboard rows and the two orders everybody knows: attackers guess runs along them, in either direction,
 * first.
 */
const ORDERS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv',
];
const LOOKALIKES: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

export type PasswordProblem = 'password-too-short' | 'password-common';

/**
 * Judges a new password (NIST SP 800-63B: long enough and not commonly used; no required kinds of
 * characters). `personal` lists the person's own names, which others guess first. Long lists of leaked
 * passwords have few of 12 characters or more, and nearly all of those are common words, runs and repeats put
 * together; this function strikes out exactly those.
 */
export function judgePassword(text: string, personal: readonly string[]): PasswordProblem | undefined {
  const password = text.normalize('NFKC').toLowerCase();
  const chars = [...password];
  if (chars.length < MIN_PASSWORD_CHARS) return 'password-too-short';
  if (new Set(chars).size < MIN_DIFFERENT_CHARS || isRepeat(password)) return 'password-common';
  const guessable = new Set<number>();
  const words = [...COMMON_WORDS, ...personal.flatMap(wordsOf)];
  for (const reading of [password, readLookalikes(password)]) {
    for (const word of words) strikeOut(reading, word, guessable);
  }
  for (const order of ORDERS) strikeRuns(password, order, guessable);
  strikePattern(password, /(.)\1{2,}/gu, guessable);
  strikePattern(password, /(19|20)\d\d|\d{1,3}$|[^\p{L}\p{N}]/gu, guessable);
  return password.length - guessable.size < MIN_OWN_CHARS ? 'password-common' : undefined;
}

function wordsOf(name: string): string[] {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= MIN_PERSONAL_CHARS);
}

/** Whether the password is one piece repeated: `sandisandisandi`. */
function isRepeat(password: string): boolean {
  return (password + password).indexOf(password, 1) < password.length;
}

function readLookalikes(password: string): string {
  return password.replace(/[013457@$!]/g, (char) => LOOKALIKES[char] ?? char);
}

function strikeOut(text: string, word: string, guessable: Set<number>): void {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    strike(at, word.length, guessable);
}

function strikeRuns(password: string, order: string, guessable: Set<number>): void {
  const backwards = [...order].reverse().join('');
  for (let at = 0; at + MIN_RUN_CHARS <= password.length; at += 1) {
    const run = password.slice(at, at + MIN_RUN_CHARS);
    if (order.includes(run) || backwards.includes(run)) strike(at, MIN_RUN_CHARS, guessable);
  }
}

function strikePattern(password: string, pattern: RegExp, guessable: Set<number>): void {
  for (const match of password.matchAll(pattern)) strike(match.index, match[0].length, guessable);
}

function strike(from: number, length: number, guessable: Set<number>): void {
  for (let at = from; at < from + length; at += 1) guessable.add(at);
}

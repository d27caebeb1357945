export const MIN_PASSWORD_CHARS = 12;

/** Why the server refuses a new password. The browser knows only the first. */
export type PasswordProblem = 'password-too-short' | 'password-common';

/** How many characters a new password still lacks; 0 once it is long enough. */
export function countMissingChars(password: string): number {
  return Math.max(0, MIN_PASSWORD_CHARS - [...password.normalize('NFKC')].length);
}

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const MAX_DELAY_MS = 900_000;

export type AttemptKind = 'name' | 'address' | 'device';

/**
 * Failures that cause no delay yet: typing errors. One address of a mobile network or an office stands for
 * many people. A known browser has its own count and is not held up by those of the name or the address, so
 * that a stranger who tries the same name all day slows only strangers.
 */
const FREE_FAILURES: Readonly<Record<AttemptKind, number>> = { name: 4, device: 4, address: 30 };
const FORGOTTEN_MS: Readonly<Record<AttemptKind, number>> = {
  name: 24 * HOUR_MS,
  device: 24 * HOUR_MS,
  address: HOUR_MS,
};

/**
 * Returns the milliseconds until another attempt is judged after this many failures: 2 s, 4 s, 8 s, at most
 * 15 minutes.
 */
export function delayAfter(kind: AttemptKind, failures: number): number {
  const over = failures - FREE_FAILURES[kind];
  return over <= 0 ? 0 : Math.min(MAX_DELAY_MS, SECOND_MS * 2 ** Math.min(over, 20));
}

/** Whether failures no longer count, `ageMs` milliseconds after the last. */
export function isForgotten(kind: AttemptKind, ageMs: number): boolean {
  return ageMs >= FORGOTTEN_MS[kind];
}

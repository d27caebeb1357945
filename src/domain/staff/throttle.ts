const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const MAX_DELAY_MS = 900_000;

export type AttemptKind = 'name' | 'address' | 'device';

/**
 * Failures without any delay: typing errors. Behind one address of a mobile network or an office are many people.
 * A known browser has a count of its own and is not held against name or address, so that a stranger who tries the
 * same name all day slows only strangers.
 */
const FREE_FAILURES: Readonly<Record<AttemptKind, number>> = { name: 4, device: 4, address: 30 };
const FORGOTTEN_MS: Readonly<Record<AttemptKind, number>> = {
  name: 24 * HOUR_MS,
  device: 24 * HOUR_MS,
  address: HOUR_MS,
};

/** Milliseconds until another attempt is judged, after so many failures: 2 s, 4 s, 8 s, at most 15 minutes. */
export function delayAfter(kind: AttemptKind, failures: number): number {
  const over = failures - FREE_FAILURES[kind];
  return over <= 0 ? 0 : Math.min(MAX_DELAY_MS, SECOND_MS * 2 ** Math.min(over, 20));
}

/** Whether failures that old (milliseconds since the last) no longer count. */
export function isForgotten(kind: AttemptKind, ageMs: number): boolean {
  return ageMs >= FORGOTTEN_MS[kind];
}

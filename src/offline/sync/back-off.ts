export const RETRY_MIN_MS = 1_000;
export const RETRY_MAX_MS = 300_000;

/**
 * How long to wait before try number `failures` + 1, in milliseconds: doubling from 1 s to 5 min,
 * anywhere in the upper half of it, so that phones that lost the same tower do not come back at once.
 */
export function backOffMs(failures: number, random: () => number): number {
  const full = Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** Math.min(failures, 20));
  return Math.round(full / 2 + (full / 2) * random());
}

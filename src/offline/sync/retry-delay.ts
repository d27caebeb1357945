const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 300_000;
/** A server that asks for a longer wait is not believed: the response may be a portal's page. */
const RETRY_AFTER_MAX_MS = 3_600_000;
const MS_PER_SECOND = 1_000;

/**
 * Returns the milliseconds to the next try: doubled after each failure from 1 s to 5 min, and spread over the
 * upper half of that time, so that a city's phones do not all come back at once. `failures` of 0 means the
 * idle interval, `idleMs`.
 */
export function retryDelayMs(failures: number, random: () => number, idleMs = RETRY_MAX_MS): number {
  const whole = failures === 0 ? idleMs : Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** (failures - 1));
  return Math.max(RETRY_MIN_MS, Math.round(whole * (0.5 + random() / 2)));
}

/**
 * Returns the milliseconds to the next try where the server asked for a wait of `askedMs`: that wait, and on
 * top of it a random part of as long again, at most 5 min. Thousands of phones may have been told the same
 * moment. Never sooner than this phone's own back-off, `ownMs`.
 */
export function askedDelayMs(askedMs: number, ownMs: number, random: () => number): number {
  const spreadMs = Math.min(RETRY_MAX_MS, Math.max(askedMs, ownMs));
  return Math.max(ownMs, askedMs + Math.round(random() * spreadMs));
}

/**
 * Reads Retry-After (RFC 9110 10.2.3: seconds or a date) as milliseconds from now; `undefined` when there is
 * no valid value.
 */
export function readRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const waitMs = /^\d+$/.test(header) ? Number(header) * MS_PER_SECOND : Date.parse(header) - nowMs;
  return Number.isNaN(waitMs) ? undefined : boundRetryAfterMs(waitMs);
}

/** Limits the wait a server asks for to between 0 and one hour. */
export function boundRetryAfterMs(waitMs: number): number {
  return Math.min(RETRY_AFTER_MAX_MS, Math.max(0, waitMs));
}

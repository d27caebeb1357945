import { TIME_HEADER } from '../../contract/version';

/** The server's time as an answer tells it. */
export type ToldTime = {
  readonly atMs: number;
  /** How much later it may be, because the answer names only the second. */
  readonly coarseMs: number;
};

const SECOND_MS = 1_000;

/**
 * Reads the server's time from an answer's headers: its own header, else `Date`, which an older server has as
 * well. `undefined` where there is none, or where a cache on the way held the answer back (RFC 9111, 5.1).
 */
export function readServerTime(headers: Pick<Headers, 'get'>): ToldTime | undefined {
  if (Number(headers.get('age') ?? 0) !== 0) return undefined;
  const own = headers.get(TIME_HEADER);
  if (own !== null && /^\d{12,14}$/.test(own)) return { atMs: Number(own), coarseMs: 0 };
  const atMs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(atMs) ? undefined : { atMs, coarseMs: SECOND_MS };
}

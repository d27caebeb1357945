import { addDays, instantOf, localDateAt, parseLocalTime } from '../calendar/local-date';
import type { StaffRole } from './role';

const HOUR_MS = 3_600_000;

export type SessionEnds = { readonly idleMs: number; readonly absoluteMs: number };

/**
 * When a session ends by itself: after `idleMs` without use, or `absoluteMs` after signing in. A crew signs
 * in once in the morning and may have no connection until the evening, so its session lasts through the
 * working day and ends overnight. A desk's computer is shared and often left alone: two hours idle, and a
 * working day at most. An admin's powers call for the shortest session.
 */
export const SESSION_ENDS: Readonly<Record<StaffRole, SessionEnds>> = {
  crew: { idleMs: 12 * HOUR_MS, absoluteMs: 24 * HOUR_MS },
  coordinator: { idleMs: 2 * HOUR_MS, absoluteMs: 12 * HOUR_MS },
  kelurahan: { idleMs: 2 * HOUR_MS, absoluteMs: 12 * HOUR_MS },
  admin: { idleMs: 2 * HOUR_MS, absoluteMs: 8 * HOUR_MS },
};

/**
 * Returns until when (Unix milliseconds) a phone that is signed in at `atMs` may work offline: the end of
 * that day in the city.
 */
export function offlineUntil(atMs: number, utcOffsetMinutes: number): number {
  const midnight = parseLocalTime('00:00');
  if (midnight === undefined) throw new Error('00:00 is a time');
  return instantOf(addDays(localDateAt(atMs, utcOffsetMinutes), 1), midnight, utcOffsetMinutes);
}

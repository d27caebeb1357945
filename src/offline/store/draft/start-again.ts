import type { PhoneStore } from '../engine/phone-store';
import { knownFrom } from '../visit/known-from-visit';
import type { Visit } from '../visit/visit';
import type { Draft } from './draft';
import { startDraft } from './drafts';

/**
 * Returns the visit that a new request can copy: the last one asked for from this phone whose request it
 * still knows completely.
 */
export function lastOwnVisit(visits: readonly Visit[]): Visit | undefined {
  const own = visits.filter((visit) => visit.personal?.recipientIs !== undefined);
  return own.reduce<Visit | undefined>(
    (last, visit) => (last === undefined || visit.queuedAtMs > last.queuedAtMs ? visit : last),
    undefined,
  );
}

/**
 * Begins a request like an earlier one, at any time, so that the resident only fills in what has changed.
 * `nowMs`: Unix milliseconds.
 */
export function startAgain(store: PhoneStore, visit: Visit, nowMs: number): Promise<Draft> {
  const { services, prepared } = visit;
  return startDraft(store, nowMs, {
    ...knownFrom(visit),
    services,
    prepared,
    isAnyTime: true,
    windows: [],
    page: 'periksa',
  });
}

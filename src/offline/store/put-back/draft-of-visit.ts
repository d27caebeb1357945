import type { BookingRequest } from '../../../domain/booking/booking';
import { EMPTY_REQUEST } from '../../../domain/booking/request-draft';
import type { Draft } from '../draft/draft';
import { knownFrom } from '../visit/known-from-visit';
import type { Visit } from '../visit/visit';

/** Returns the draft that the request of a visit would have come from. `nowMs`: Unix milliseconds. */
export function draftOf(visit: Visit, request: BookingRequest, nowMs: number): Draft {
  const { services, prepared, packageId, preferences } = request;
  return {
    ...EMPTY_REQUEST,
    ...knownFrom(visit),
    id: visit.id,
    startedAtMs: visit.queuedAtMs,
    savedAtMs: nowMs,
    page: 'periksa',
    services,
    prepared,
    packageId,
    isAnyTime: preferences === 'any',
    windows: preferences === 'any' ? [] : preferences,
  };
}

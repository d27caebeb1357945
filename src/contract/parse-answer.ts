import * as v from 'valibot';
import { type Availability, availability } from './availability';
import { type ProblemDetails, problemDetails } from './problem';
import { type SyncResponse, syncResponse } from './sync';

/**
 * Reads the response of `POST /api/sync`; `undefined` when it is anything else, e.g. the page of a captive
 * portal.
 */
export function parseSyncResponse(body: unknown): SyncResponse | undefined {
  const parsed = v.safeParse(syncResponse, body);
  return parsed.success ? parsed.output : undefined;
}

/** Reads a problem in the server's form (RFC 9457); `undefined` when the body is not one. */
export function parseProblem(body: unknown): ProblemDetails | undefined {
  const parsed = v.safeParse(problemDetails, body);
  return parsed.success ? parsed.output : undefined;
}

/** Reads the response of `GET /api/availability`; `undefined` when it is anything else. */
export function parseAvailability(body: unknown): Availability | undefined {
  const parsed = v.safeParse(availability, body);
  return parsed.success ? parsed.output : undefined;
}

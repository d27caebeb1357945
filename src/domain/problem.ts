/**
 * The catalogue of failures: a stable code and its HTTP status (RFC 9110). `web/copy` turns a code
 * into words under `problem.<code>`, `server/http` into an RFC 9457 answer. Codes are never reused.
 */
export const PROBLEMS = {
  'request-not-json': 400,
  'request-not-valid': 422,
  'request-too-large': 413,
  'version-not-supported': 426,
  'credential-missing': 401,
  'credential-not-valid': 401,
  'rate-limited': 429,
  'not-found': 404,
  'method-not-allowed': 405,
  'media-type-not-supported': 415,
  'server-busy': 503,
  'server-failed': 500,
  'command-id-reused': 422,
  'command-unknown': 422,
  'booking-id-taken': 409,
  'booking-not-found': 404,
  'booking-not-yours': 403,
  'booking-state-forbids': 409,
  'booking-too-late': 409,
  'booking-limit-reached': 429,
  'window-full': 409,
  'window-not-offered': 422,
  'area-unknown': 422,
  'service-unknown': 422,
  'services-too-long': 422,
  'recipient-not-valid': 422,
  'nik-not-16-digits': 422,
  'nik-impossible-date': 422,
  'nik-serial-zero': 422,
  'phone-not-valid': 422,
  'follow-token-not-valid': 404,
} as const;

export type Problem = keyof typeof PROBLEMS;

/** The HTTP status of a failure. */
export function statusOf(problem: Problem): number {
  return PROBLEMS[problem];
}

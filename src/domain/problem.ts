/**
 * The catalogue of failures: a stable code and its HTTP status (RFC 9110). `web/copy` has the words for a
 * code under `problem.<code>`; `server/http` turns it into an RFC 9457 response. Codes are never reused.
 */
export const PROBLEMS = {
  'request-not-json': 400,
  'request-not-valid': 422,
  'request-too-large': 413,
  'request-malformed': 400,
  'request-headers-too-large': 431,
  'request-too-slow': 408,
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
  /** The desk has changed the request since: the resident's own change rests on what no longer holds. */
  'request-changed': 409,
  /** The visit has no room on its date any more as it was changed; it stays as it was. */
  'date-not-kept': 409,
  'window-full': 409,
  'window-not-offered': 422,
  'area-unknown': 422,
  'service-unknown': 422,
  'services-too-long': 422,
  'services-apart': 422,
  'recipient-not-valid': 422,
  'nik-not-16-digits': 422,
  'nik-impossible-date': 422,
  'nik-serial-zero': 422,
  'phone-not-valid': 422,
  'follow-token-not-valid': 404,
  'follower-limit-reached': 409,
  'device-moved': 410,
  'move-not-valid': 404,
  'move-same-device': 409,
  'callback-limit-reached': 429,
  'photo-too-large': 413,
  'photo-gap': 409,
  'photo-not-an-image': 415,
  'photo-digest-differs': 422,
  'photo-too-many-pixels': 422,
  'photo-unreadable': 422,
  'photo-missing': 409,
  'photo-limit-reached': 429,
  /** Never sent: how an app reads a code that it does not know, from a newer server. */
  'problem-unknown': 422,
} as const;

/** Failures that only the staff app receives; their words are under `staff-problem.<code>`. */
export const STAFF_PROBLEMS = {
  'sign-in-needed': 401,
  'sign-in-not-valid': 401,
  'totp-needed': 401,
  'totp-not-valid': 401,
  'passkey-not-valid': 401,
  'origin-not-valid': 403,
  'role-forbids': 403,
  'totp-set-up-needed': 403,
  'member-disabled': 403,
  'member-not-found': 404,
  'sign-in-name-taken': 409,
  'last-admin': 409,
  'invite-not-valid': 404,
  'password-too-short': 422,
  'password-common': 422,
  'unit-unknown': 422,
  'booking-changed': 409,
  'booking-erased': 410,
  'order-changed': 409,
  'visit-not-on-sheet': 409,
  'proof-not-valid': 422,
  'record-not-valid': 422,
  'record-not-found': 404,
  'callback-not-found': 404,
  'photo-not-found': 404,
  'config-not-valid': 422,
  'config-changed': 409,
  'practice-port-taken': 409,
  /** The database was put back to a backup since the page was read. */
  'data-put-back': 409,
} as const;

/** Failures that a resident's phone can receive. */
export type ResidentProblem = keyof typeof PROBLEMS;
export type StaffProblem = keyof typeof STAFF_PROBLEMS;
export type Problem = ResidentProblem | StaffProblem;

export function statusOf(problem: Problem): number {
  return problem in PROBLEMS ? PROBLEMS[problem as ResidentProblem] : STAFF_PROBLEMS[problem as StaffProblem];
}

export type StoreTrouble =
  | 'refused'
  | 'full'
  | 'evicted'
  | 'lost'
  | 'newer-version'
  | 'blocked'
  | 'insecure'
  | 'unknown';

const TROUBLES: Readonly<Record<string, StoreTrouble>> = {
  QuotaExceededError: 'full',
  NewerVersionError: 'newer-version',
  VersionError: 'newer-version',
  BlockedError: 'blocked',
  EvictedError: 'evicted',
  // The browser closed the database while a page was open.
  DatabaseClosedError: 'evicted',
  NotFoundError: 'evicted',
  MissingAPIError: 'refused',
  SecurityError: 'refused',
  InvalidStateError: 'refused',
  OpenFailedError: 'refused',
  // The browser ended the process behind the database, or a transaction with it.
  UnknownError: 'lost',
  AbortError: 'lost',
  TimeoutError: 'lost',
};

/**
 * Tells why this phone cannot store, for a message to the resident. Dexie wraps the browser's error: the
 * innermost tells most.
 */
export function storeTrouble(error: unknown): StoreTrouble {
  // Without cryptography nothing personal can be kept, whatever the error says.
  if (globalThis.isSecureContext === false) return 'insecure';
  const seen = new Set<unknown>();
  let trouble: StoreTrouble = 'unknown';
  for (let at = error; isRecord(at) && !seen.has(at); at = at.inner ?? at.cause) {
    seen.add(at);
    if (at.name === 'LostError') return 'lost';
    trouble = (typeof at.name === 'string' ? TROUBLES[at.name] : undefined) ?? trouble;
  }
  return trouble;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

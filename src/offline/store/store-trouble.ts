export type StoreTrouble = 'refused' | 'full' | 'evicted' | 'newer-version' | 'blocked' | 'unknown';

const BY_NAME: Readonly<Record<string, StoreTrouble>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer-version',
  SecurityError: 'refused',
  InvalidStateError: 'refused',
  MissingAPIError: 'refused',
  NotFoundError: 'evicted',
  DatabaseClosedError: 'blocked',
  OpenFailedError: 'refused',
  OperationError: 'evicted',
};

/**
 * What kept the phone's database from working, for the words to say. Dexie wraps the browser's
 * error, so what lies within is asked first.
 */
export function storeTrouble(error: unknown): StoreTrouble {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return 'unknown';
  const inner: unknown = 'inner' in error ? error.inner : undefined;
  const within = inner === undefined || inner === error ? 'unknown' : storeTrouble(inner);
  return within === 'unknown' ? (BY_NAME[error.name] ?? 'unknown') : within;
}

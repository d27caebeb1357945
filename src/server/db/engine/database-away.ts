/** Marks an error of a driver that has no code of its own. */
const AWAY = 'DATABASE_AWAY';

/** By the system, on the way to the database. */
const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // The folder of its socket is gone while it restarts.
  'ENOENT',
]);

/**
 * By PostgreSQL, of what another try may get done: connection lost (08), two that wait for each other (40), too many
 * connections or no room (53), a lock not had in time (55P03), ended, starting or too slow (57), its disk (58).
 */
const TRY_AGAIN = /^(?:08|40|53|57|58)...$|^55P03$/;

/** By SQLite: another program writes, or holds the file. */
const LOCKED = /^SQLITE_(?:BUSY|LOCKED)/;

/** The database did not answer, or not in time: nothing is wrong with what it was asked. */
export class DatabaseAwayError extends Error {
  readonly code = AWAY;
}

/** True where the same request may succeed once the database is back, or free again. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return false;
  // A file of ours that is missing has a path, a socket an address.
  if (code === 'ENOENT' && !(error instanceof Error && 'syscall' in error && error.syscall === 'connect')) {
    return false;
  }
  return code === AWAY || CONNECTION_CODES.has(code) || TRY_AGAIN.test(code) || LOCKED.test(code);
}

/** True where another program holds the SQLite file. */
export function isLocked(error: unknown): boolean {
  return LOCKED.test(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

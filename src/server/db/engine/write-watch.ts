import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';

/** A group that takes longer is held up: by a lock, a disk, a host that is gone. */
const HELD_UP_MS = 5_000;
/** After that nobody tried to write for so long that the last failure says nothing any more. */
const FAILURE_TELLS_MS = 30_000;

type Watch = { startedMs: number | undefined; failedMs: number | undefined };

const watches = new WeakMap<Kysely<Tables>, Watch>();

/** How the writes of a database go, for `/api/health`: reads can work while no write does. Monotonic milliseconds. */
export function writeStarts(db: Kysely<Tables>, nowMs = performance.now()): void {
  watchOf(db).startedMs = nowMs;
}

/** `isAway`: the database itself could not write. */
export function writeEnds(db: Kysely<Tables>, isAway: boolean, nowMs = performance.now()): void {
  const watch = watchOf(db);
  watch.startedMs = undefined;
  watch.failedMs = isAway ? nowMs : undefined;
}

/** True while a group of writes is held up, and after one failed until one succeeds. */
export function isWritingStuck(db: Kysely<Tables>, nowMs = performance.now()): boolean {
  const { startedMs, failedMs } = watchOf(db);
  if (startedMs !== undefined && nowMs - startedMs > HELD_UP_MS) return true;
  return failedMs !== undefined && nowMs - failedMs < FAILURE_TELLS_MS;
}

function watchOf(db: Kysely<Tables>): Watch {
  const watch = watches.get(db) ?? { startedMs: undefined, failedMs: undefined };
  watches.set(db, watch);
  return watch;
}

import { statSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type { Aside } from './open-aside';

const LOOK_EVERY_MS = 500;
/** A log this small is left to SQLite: few write so little that a thread would be worth its memory. */
const SMALL_BYTES = 4_000_000;

/**
 * Lets the thread aside move what was committed from SQLite's log into the file. In the event loop that is a pause of
 * 100 ms and more every few thousand pages, in which nobody is answered. Returns how to stop.
 */
export function checkpointAside(database: Sqlite.Database, file: string, aside: Aside): () => void {
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck();
  let seen = 0;
  let isRunning = false;
  const look = async () => {
    const now = changes.get() ?? 0;
    if (isRunning || now === seen || sizeOf(`${file}-wal`) < SMALL_BYTES) return;
    isRunning = true;
    seen = now;
    try {
      await aside.checkpoint();
    } catch {
      // Another process makes one, or holds the file: the next look tries again, and SQLite itself in the end.
      seen = 0;
    } finally {
      isRunning = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

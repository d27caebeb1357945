import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';

/** Several processes may write, so the database is polled. */
const ASK_EVERY_MS = 1_000;

/**
 * Waits until the city's counter differs from `since` or the database has another generation, at most `waitMs`
 * or until `signal`. Returns the counter.
 */
export async function cityChanged(
  context: ServerContext,
  since: number,
  waitMs: number,
  signal: AbortSignal,
): Promise<number> {
  const { db, city } = context;
  const generation = context.generation?.();
  let left = waitMs;
  for (;;) {
    const change = await lastChange(db, city.code);
    await context.refreshCity?.(db);
    const isOther = context.generation?.() !== generation;
    // Less than `since`: the database was restored from a copy.
    if (change !== since || isOther || left <= 0 || signal.aborted) return change;
    const pause = Math.min(ASK_EVERY_MS, left);
    left -= pause;
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}

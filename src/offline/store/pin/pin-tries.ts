import type { PhoneStore } from '../engine/phone-store';
import type { PinTriesRow } from '../engine/rows';

const MS_PER_SECOND = 1_000;
/** This many wrong PINs cause no wait. */
const FREE_TRIES = 4;
/** Waits after the fifth wrong PIN, the sixth and so on; the last applies to each one after that. */
const WAITS_S = [30, 60, 300, 900, 3_600] as const;
const LONGEST_WAIT_MS = 3_600 * MS_PER_SECOND;

/**
 * Returns until when no PIN is accepted, Unix milliseconds of the phone's clock; 0 when one is accepted now.
 */
export async function readPinWait(store: PhoneStore, nowMs: number): Promise<number> {
  return waitOf(await readTries(store), nowMs);
}

/**
 * Counts a try before it is made, so that closing the page in the middle does not save one. Returns until
 * when the try has to wait; 0 when it may be made. `nowMs`: Unix milliseconds.
 */
export function countPinTry(store: PhoneStore, nowMs: number): Promise<number> {
  return store.transaction('rw', store.meta, async () => {
    const tries = await readTries(store);
    const untilMs = waitOf(tries, nowMs);
    if (untilMs > 0) return untilMs;
    const count = (tries?.count ?? 0) + 1;
    const wait = WAITS_S[Math.min(count - FREE_TRIES, WAITS_S.length) - 1] ?? 0;
    await store.meta.put({ key: 'pin-tries', count, notBeforeMs: nowMs + wait * MS_PER_SECOND });
    return 0;
  });
}

/** Clears the count after the right PIN. */
export async function forgetPinTries(store: PhoneStore): Promise<void> {
  await store.meta.delete('pin-tries');
}

async function readTries(store: PhoneStore): Promise<PinTriesRow | undefined> {
  const row = await store.meta.get('pin-tries');
  return row?.key === 'pin-tries' ? row : undefined;
}

/**
 * A wait longer than any was written before the clock was set back: it counts as the longest wait from now.
 */
function waitOf(tries: PinTriesRow | undefined, nowMs: number): number {
  if (tries === undefined || tries.notBeforeMs <= nowMs) return 0;
  return Math.min(tries.notBeforeMs, nowMs + LONGEST_WAIT_MS);
}

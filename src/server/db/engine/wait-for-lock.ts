import { setTimeout as sleep } from 'node:timers/promises';
import { isLocked } from './database-away';

/** Sum of the pauses; under the phone's 10 s, and short enough that whoever is answered "busy" still waits for an answer. */
const WAIT_LIMIT_MS = 3_000;
const PAUSE_MS = 100;

type WaitForLock = { readonly limitMs?: number; readonly mayRepeat?: () => boolean };

/**
 * Repeats `task` while another program holds the SQLite file. SQLite's own wait would stop the whole process: between
 * tries others are answered, since readers need no lock. `mayRepeat` says that nothing was done yet.
 */
export async function waitForLock<T>(
  task: () => Promise<T>,
  { limitMs = WAIT_LIMIT_MS, mayRepeat = () => true }: WaitForLock = {},
): Promise<T> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return await task();
    } catch (error) {
      if (!isLocked(error) || !mayRepeat() || waitedMs >= limitMs) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

import { useEffect, useState } from 'react';
import type { Cursor } from '../../../contract/scalars';
import { waitForChange } from './desk-api';

/** Up to as long again is added at random: all desks fail together when the server stops. */
const AFTER_FAILURE_MS = 5_000;
/**
 * The shortest time between two updates of a busy desk, in milliseconds, so that a row can still be read and
 * pressed.
 */
const AFTER_CHANGE_MS = 700;

/**
 * Returns a number that rises by one whenever anyone changes a booking of the city, so that two coordinators
 * see each other's work.
 */
export function useChangeTick(): number {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const ending = new AbortController();
    void follow(ending.signal, () => setTick((before) => before + 1));
    return () => ending.abort();
  }, []);
  return tick;
}

async function follow(signal: AbortSignal, onChange: () => void): Promise<void> {
  let cursor = '0' as Cursor;
  while (!signal.aborted) {
    try {
      const next = await waitForChange(cursor, signal);
      // The first answer only tells the current cursor.
      if (next !== cursor && cursor !== '0') onChange();
      if (next !== cursor) await pause(AFTER_CHANGE_MS, signal);
      cursor = next;
    } catch {
      await pause(AFTER_FAILURE_MS * (1 + Math.random()), signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

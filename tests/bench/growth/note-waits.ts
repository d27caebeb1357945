import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Waits } from './probe';

const BEFORE_MS = 300;

export type WaitNoter = {
  /** Runs the work and returns the longest waits of the small requests that were sent meanwhile, in milliseconds. */
  readonly during: (work: () => Promise<unknown>) => Promise<Waits>;
  readonly stop: () => void;
};

/** Starts the process that sends small requests to the server at `url` (probe.ts). */
export async function startWaitNoter(url: string): Promise<WaitNoter> {
  const probe = fork(fileURLToPath(new URL('./probe.ts', import.meta.url)), [url]);
  const ask = async (): Promise<Waits> => {
    probe.send('how long');
    const [waits] = await once(probe, 'message');
    return waits as Waits;
  };
  await ask();
  return {
    during: async (work) => {
      await sleep(BEFORE_MS);
      await ask();
      await work();
      return ask();
    },
    stop: () => probe.disconnect(),
  };
}

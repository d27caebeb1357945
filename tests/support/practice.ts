import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { metro } from '../../src/city/metro/metro';
import { type PracticeCity, practiceCity } from '../../src/server/practice/practice-city';
import type { PracticeOptions } from '../../src/server/practice/serve-practice';
import { MONDAY_9 } from './test-server';

export type TestPractice = PracticeCity & {
  readonly folder: string;
  /** The origin at which the practice city is served at present. */
  readonly url: () => Promise<string>;
  readonly remove: () => Promise<void>;
};

/** Opens the practice city in a folder, on its own port, on Monday at 9.00 in Metro. */
export async function openPractice(
  webRoot?: string,
  inFolder?: string,
  port = 0,
  ownChoices?: PracticeOptions['ownChoices'],
): Promise<TestPractice> {
  const folder = inFolder ?? (await mkdtemp(join(tmpdir(), 'mpp-practice-')));
  const limits = { syncsPerDevice: 1_000_000, requestsPerAddress: 1_000_000 };
  const practice = await practiceCity({
    folder,
    city: metro,
    ownChoices,
    host: '127.0.0.1',
    port,
    webRoot,
    isBehindTls: false,
    trustProxy: 0,
    rateLimits: limits,
    logger: pino({ level: 'silent' }),
    clock: () => MONDAY_9,
  });
  return {
    ...practice,
    folder,
    url: async () => `http://127.0.0.1:${(await practice.control.read()).port}`,
    remove: async () => {
      await practice.close();
      await rm(folder, { recursive: true });
    },
  };
}

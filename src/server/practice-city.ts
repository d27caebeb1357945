import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { uuidv7 } from 'uuidv7';
import type { City } from '../domain/city/city';
import { buildApp } from './app';
import { describeError } from './http/describe-error';
import { PRACTICE_HEADER, type PracticeControl, PracticePortTaken } from './http/practice-control';
import type { RateLimits } from './http/rate-limits';
import { fillPractice } from './practice/fill-practice';
import { writeMarkedPages } from './practice/mark-pages';
import {
  forgetRunning,
  generationFolder,
  makeGenerationFolder,
  type Running,
  readRunning,
  removeGeneration,
  removeStale,
  writeRunning,
} from './practice/practice-folder';
import { inviteStaff } from './practice/practice-staff';
import { openPracticeContext } from './practice-context';
import { startJobs } from './start-jobs';

export type PracticeOptions = {
  /** Absolute path of a folder of its own. */
  readonly folder: string;
  readonly city: City;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where people reach it, when a proxy stands in front. */
  readonly origin?: string | undefined;
  /** Absolute path of the built apps. */
  readonly webRoot?: string | undefined;
  readonly isBehindTls: boolean;
  readonly trustProxy: number | readonly string[];
  readonly rateLimits: RateLimits;
  readonly logger: FastifyBaseLogger;
  /** Unix milliseconds. */
  readonly clock: () => number;
};

export type PracticeCity = {
  readonly control: PracticeControl;
  /** Stops serving and following; what is practised in stays for the next start. */
  readonly close: () => Promise<void>;
};

/** How soon another process's start, reset or stop is followed, or its port taken over. */
const FOLLOW_EVERY_MS = 2_000;

type Serving = {
  readonly generation: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** The practice city of this process: serves it when it is running already, and goes with what the folder says. */
export async function practiceCity(options: PracticeOptions): Promise<PracticeCity> {
  const { folder, logger, clock } = options;
  mkdirSync(folder, { recursive: true });
  let serving: Serving | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** One at a time in this process. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const follow = async () => {
    const wanted = readRunning(folder)?.generation;
    if (wanted === serving?.generation) return;
    if (serving !== undefined) {
      const { generation, close } = serving;
      serving = undefined;
      await close();
      removeGeneration(folder, generation);
    }
    if (wanted !== undefined) serving = await serve(options, wanted);
  };
  const followLogged = async () => {
    try {
      await follow();
    } catch (error) {
      logger.error({ error: describeError(error) }, 'practice cannot be served');
    }
  };
  const state = () => {
    const running = readRunning(folder);
    return {
      isRunning: running !== undefined,
      people: running?.people ?? [],
      port: serving?.port ?? options.port,
      origin: options.origin,
    };
  };
  const end = async () => {
    const generation = readRunning(folder)?.generation;
    forgetRunning(folder);
    await follow();
    // Whoever serves it removes it after closing it; nobody may.
    if (generation !== undefined && !(await isPracticeAt(options))) removeGeneration(folder, generation);
  };
  const makeAnew = async () => {
    const before = readRunning(folder);
    writeRunning(folder, await makeGeneration(options));
    await followLogged();
    if (serving !== undefined || (await isPracticeAt(options))) return state();
    if (before === undefined) await end();
    throw new PracticePortTaken();
  };
  await inTurn(async () => {
    await followLogged();
    removeStale(folder, clock());
  }).catch((error: unknown) => logger.error({ error: describeError(error) }, 'practice was not tidied'));
  const timer = setInterval(() => void inTurn(followLogged), FOLLOW_EVERY_MS).unref();
  return {
    control: {
      read: async () => state(),
      start: () =>
        inTurn(async () => {
          if (readRunning(folder) === undefined) return makeAnew();
          await followLogged();
          return state();
        }),
      reset: () => inTurn(makeAnew),
      stop: () =>
        inTurn(async () => {
          await end();
          return state();
        }),
    },
    close: async () => {
      clearInterval(timer);
      await inTurn(async () => serving?.close());
    },
  };
}

/** Makes and fills a city that nobody sees yet. */
async function makeGeneration(options: PracticeOptions): Promise<Running> {
  const generation = uuidv7();
  const path = makeGenerationFolder(options.folder, generation);
  try {
    const { context, close } = await openPracticeContext(path, options);
    try {
      const staff = await inviteStaff(context);
      await fillPractice(context, staff);
      return { generation, people: staff.map(({ role, name, token }) => ({ role, name, token })) };
    } finally {
      await close();
    }
  } catch (error) {
    removeGeneration(options.folder, generation);
    throw error;
  }
}

/** Listens for a generation; `undefined` where another process holds the port, which then serves it. */
async function serve(options: PracticeOptions, generation: string): Promise<Serving | undefined> {
  if (!(await isPortFree(options))) return undefined;
  const { logger, host } = options;
  const path = generationFolder(options.folder, generation);
  const webRoot = join(path, 'web');
  // At each start: the program may be a newer one.
  if (options.webRoot !== undefined) writeMarkedPages(options.webRoot, webRoot);
  const { context, close: closeDatabase } = await openPracticeContext(path, options);
  const app = await buildApp({
    context,
    isPractice: true,
    logger,
    isBehindTls: options.isBehindTls,
    trustProxy: options.trustProxy,
    rateLimits: options.rateLimits,
    ...(options.webRoot === undefined ? {} : { webRoot }),
  });
  try {
    await app.listen({ port: options.port, host });
  } catch (error) {
    await app.close();
    await closeDatabase();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return undefined;
    throw error;
  }
  const stopJobs = startJobs(context, logger);
  const address = app.server.address();
  return {
    generation,
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async () => {
      await stopJobs();
      await app.close();
      await closeDatabase();
    },
  };
}

/** Asked before a database is opened, as a process that only waits for its turn does so every other second. */
async function isPortFree({ host, port }: PracticeOptions): Promise<boolean> {
  const probe = createServer();
  try {
    await once(probe.listen({ host, port, exclusive: true }), 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

/** Whether the port is held by a server of the same kind, that will follow the folder too. */
async function isPracticeAt({ host, port }: PracticeOptions): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host}]` : host;
    const answer = await fetch(`http://${name}:${port}/api/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.headers.get(PRACTICE_HEADER) === '1';
  } catch {
    return false;
  }
}

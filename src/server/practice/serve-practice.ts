import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { City } from '../../domain/city/city';
import type { CityChoices } from '../../domain/city/configure-city';
import { buildApp } from '../app';
import type { RateLimits } from '../http/frame/rate-limits';
import { PRACTICE_HEADER } from '../http/staff/practice-control';
import { startJobs } from '../start/start-jobs';
import { writeMarkedPages } from './mark-pages';
import { openPracticeContext } from './practice-context';
import { generationFolder } from './practice-folder';

export type PracticeOptions = {
  /** Absolute path of a folder of its own. */
  readonly folder: string;
  readonly city: City;
  /** What the real city set of itself, copied into each new practice city; `undefined` where it set nothing. */
  readonly ownChoices?: (() => Promise<CityChoices | undefined>) | undefined;
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

/** A generation that this process serves. */
export type ServingPractice = {
  readonly generation: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** Listens for a generation; `undefined` where another process holds the port, which then serves it. */
export async function servePractice(
  options: PracticeOptions,
  generation: string,
): Promise<ServingPractice | undefined> {
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
export async function isPracticeAt({ host, port }: PracticeOptions): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host}]` : host;
    const answer = await fetch(`http://${name}:${port}/api/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.headers.get(PRACTICE_HEADER) === '1';
  } catch {
    return false;
  }
}

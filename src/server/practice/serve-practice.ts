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
  /** Absolute path of the practice city's own folder. */
  readonly folder: string;
  readonly city: City;
  /**
   * Reads what the real city has set, to be copied into each new practice city; `undefined` where it has set
   * nothing.
   */
  readonly ownChoices?: (() => Promise<CityChoices | undefined>) | undefined;
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The address at which people reach the practice city, when a proxy stands in front. */
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

/** Serves a generation; returns `undefined` where another process holds the port, which then serves it. */
export async function servePractice(
  options: PracticeOptions,
  generation: string,
): Promise<ServingPractice | undefined> {
  if (!(await isPortFree(options))) return undefined;
  const { logger, host } = options;
  const path = generationFolder(options.folder, generation);
  const webRoot = join(path, 'web');
  // Written at each start, because the program may be newer.
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

/**
 * Checked before a database is opened, since a process that waits for the port tries again every two seconds.
 */
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

/** Whether a server of the same kind holds the port; such a server follows the folder too. */
export async function isPracticeAt({ host, port }: PracticeOptions): Promise<boolean> {
  try {
    const name = host.includes(':') ? `[${host}]` : host;
    const answer = await fetch(`http://${name}:${port}/api/health`, { signal: AbortSignal.timeout(2_000) });
    return answer.headers.get(PRACTICE_HEADER) === '1';
  } catch {
    return false;
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { metro } from '../../src/city/metro/metro';
import type { Fetch } from '../../src/offline/sync/fetch-in-time';
import { buildApp } from '../../src/server/app';
import type { ServerContext } from '../../src/server/db/engine/context';
import { copiesOf } from '../../src/server/start/backup/copies-of';
import { makeBackup } from '../../src/server/start/backup/make-backup';
import { restoreBackup } from '../../src/server/start/backup/restore-backup';
import { openCityDatabase } from '../../src/server/start/open-city-database';
import type { TestDatabases } from './databases';
import { followingCity } from './following-city';
import { testServer } from './test-server';

export type PutBackCity = {
  readonly app: () => FastifyInstance;
  readonly context: () => ServerContext;
  /** What a phone sends its requests with; the same server goes on after a restore, as at one address. */
  readonly fetch: Fetch;
  /** Unix milliseconds. */
  readonly setClock: (atMs: number) => void;
  readonly backUp: () => Promise<void>;
  /** Stops the server, puts the last backup back, and starts it again. */
  readonly putBack: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A city in service on either engine, whose database can really be put back to a backup. */
export async function startPutBackCity(databases: TestDatabases, startMs: number): Promise<PutBackCity> {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-put-back-'));
  const { where } = await databases.create();
  const settings = {
    dataDir: folder,
    postgresUrl: 'postgresUrl' in where ? where.postgresUrl : undefined,
    isNewDatabase: false,
    backupDir: join(folder, 'backups'),
    backupsKept: 2,
  };
  let nowMs = startMs;
  let backup: string | undefined;

  async function start() {
    const { database, keys } = await openCityDatabase(settings, metro);
    const { context, errors } = await testServer(database);
    const following = followingCity({ ...context, keys, clock: () => nowMs });
    const rateLimits = { syncsPerDevice: 1e6, requestsPerAddress: 1e6, photosPerDevice: 1e6 };
    const app = await buildApp({ context: following, rateLimits });
    const stop = async () => {
      await app.close();
      await database.close();
      if (errors.length > 0) throw errors[0];
    };
    return { app, context: following, keys, stop };
  }

  let running = await start();
  return {
    app: () => running.app,
    context: () => running.context,
    fetch: async (url, init) => {
      const { method, headers, body } = init;
      const payload = body instanceof Uint8Array ? Buffer.from(body) : body;
      const answer = await running.app.inject({
        method: (method ?? 'GET') as 'GET' | 'POST' | 'PUT',
        url,
        headers: { ...(headers as Record<string, string>) },
        ...(payload ? { payload: payload as string | Buffer } : {}),
      });
      const named = Object.entries(answer.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as [string, string]] : [],
      );
      return new Response(answer.body, { status: answer.statusCode, headers: named });
    },
    setClock: (atMs) => {
      nowMs = atMs;
    },
    backUp: async () => {
      const atMs = Date.now();
      const made = await makeBackup(settings, metro, running.keys, await copiesOf(settings, atMs), atMs);
      backup = made.path;
    },
    putBack: async () => {
      if (backup === undefined) throw new Error('there is no backup');
      await running.stop();
      const copies = await copiesOf(settings, Date.now());
      await restoreBackup(backup, settings, metro, running.keys, copies, nowMs);
      running = await start();
    },
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

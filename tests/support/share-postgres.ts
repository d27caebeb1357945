import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import { findPostgres } from './find-postgres';
import type { RunningPostgres } from './start-postgres';

/** The body of a POST: which database is wanted. */
export type AskedDatabase = 'empty' | 'migrated';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Answers a POST with the URL of a new PostgreSQL database without data; a DELETE of that URL removes it.
     */
    readonly postgresDatabases: string;
  }
}

/**
 * Shares one PostgreSQL between all test files of a run. It starts when the first file asks, so a run of unit
 * tests never starts it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<RunningPostgres> | undefined;
  const start = async () => {
    const bin = findPostgres();
    if (bin === undefined) throw new Error('No PostgreSQL');
    const { startPostgres } = await import('./start-postgres');
    return startPostgres(bin);
  };
  let template: Promise<string> | undefined;
  const answer = async (request: IncomingMessage) => {
    postgres ??= start();
    const { createDatabase, dropDatabase } = await postgres;
    const body = await text(request);
    if (request.method === 'POST') {
      if (body !== ('migrated' satisfies AskedDatabase)) return createDatabase();
      template ??= createDatabase().then(migrateTemplate);
      return createDatabase(await template);
    }
    await dropDatabase(body);
    return '';
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  project.provide('postgresDatabases', `http://127.0.0.1:${port}`);
  return async () => {
    server.close();
    server.closeAllConnections();
    await (await postgres)?.stop();
  };
}

/** PostgreSQL copies a database only while nobody is connected to it. */
async function migrateTemplate(postgresUrl: string): Promise<string> {
  const { openDatabase } = await import('../../src/server/db/engine/open-database');
  const { migrate } = await import('../../src/server/db/engine/migrate');
  const database = await openDatabase({ postgresUrl });
  await migrate(database.db, database.engine);
  await database.close();
  return postgresUrl;
}

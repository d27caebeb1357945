import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/server/db/engine/migrate';
import { VERSIONS } from '../../../src/server/db/migrations/migrations';
import { engines, startDatabases, type TestDatabase } from '../../support/databases';

const PROGRAM = fileURLToPath(new URL('./migrate-process.ts', import.meta.url));
const PROCESSES = 3;

/** Starts a process; the returned function makes it migrate and returns what it complains of. */
async function startProcess({ where }: TestDatabase): Promise<() => Promise<string>> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, JSON.stringify(where)]);
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  return async () => {
    child.stdin.end();
    const [code] = await closed;
    return code === 0 ? '' : `${code}: ${said}`;
  };
}

describe.each(engines)('processes that start at once on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test.each([0, 4])('all go on from version %i, and each step is made once', async (version) => {
    const place = await databases.createEmpty();
    const { db } = await place.open();
    if (version > 0) await migrate(db, engine, version);
    const starts = await Promise.all(Array.from({ length: PROCESSES }, () => startProcess(place)));
    expect(await Promise.all(starts.map((start) => start()))).toEqual(starts.map(() => ''));
    const { rows } = await sql<{ version: number }>`SELECT version FROM schema_versions ORDER BY 1`.execute(
      db,
    );
    expect(rows.map((row) => row.version)).toEqual(VERSIONS);
  });
});

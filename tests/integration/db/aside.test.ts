import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { loadCity } from '../../../src/server/db/city/load-city';
import { asideOf, type ServerContext } from '../../../src/server/db/engine/context';
import { startDatabases } from '../../support/databases';
import { MONDAY_9, testServer } from '../../support/test-server';

const databases = startDatabases('sqlite');
afterAll(databases.stop);

/** Counts to some millions, row by row. */
const LONG = sql<{
  n: number;
}>`WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000)
  SELECT count(*) AS n FROM c`;

async function start(): Promise<ServerContext> {
  return (await testServer(await (await databases.create()).open())).context;
}

test('a long read beside the event loop keeps nobody waiting', async () => {
  const context = await start();
  let isDone = false;
  const read = LONG.execute(asideOf(context).db).then(({ rows }) => {
    isDone = true;
    return rows;
  });
  let turns = 0;
  while (!isDone) {
    // Each of these turns answers somebody else from the same file.
    await context.db.selectFrom('cities').select('code').execute();
    turns += 1;
    await nextTurn();
  }
  expect(await read).toEqual([{ n: 3_000_000 }]);
  expect(turns).toBeGreaterThan(10);
});

test('it reads what was committed last, with bytes as bytes, and writes nothing', async () => {
  const context = await start();
  const { db } = asideOf(context);
  const city = context.city.code;
  await loadCity(context.db, context.city, MONDAY_9);
  for (const text of ['one', 'two']) {
    const value = Buffer.from(text);
    await context.db.insertInto('key_checks').values({ city, name: text, value }).execute();
    const row = await db.selectFrom('key_checks').selectAll().where('value', '=', value).executeTakeFirst();
    expect(row).toEqual({ city, name: text, value });
    expect(Buffer.isBuffer(row?.value)).toBe(true);
  }
  await expect(db.deleteFrom('key_checks').returning('name').execute()).rejects.toThrow('readonly');
  await expect(sql`SELECT * FROM nothing`.execute(db)).rejects.toMatchObject({ code: 'SQLITE_ERROR' });
  await expect(db.transaction().execute(async () => undefined)).rejects.toThrow('only reads');
});

import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { migrate } from '../../../src/server/db/engine/migrate';
import { prepareQuery } from '../../../src/server/db/engine/prepare-query';
import { startDatabases } from '../../support/databases';

const databases = startDatabases('postgres');
afterAll(databases.stop);

const readSetting = prepareQuery((db, { city }: { readonly city: string }) =>
  db.selectFrom('city_counters').select('last_change').where('city', '=', city),
);

test('a statement that is used often keeps its plan, a new one after fourfold uses; a rare one keeps none', async () => {
  const database = await databases.create();
  const { db, engine } = await database.open();
  await migrate(db, engine);
  const namesAfter = async (uses: number) =>
    db.connection().execute(async (connection) => {
      for (let use = 0; use < uses; use += 1) await readSetting(connection, { city: '18.72' });
      const { rows } = await sql<{ name: string; statement: string }>`SELECT name, statement
        FROM pg_prepared_statements ORDER BY name`.execute(connection);
      return rows.filter(({ statement }) => statement.includes('city_counters')).length;
    });
  expect(await namesAfter(10)).toBe(0);
  expect(await namesAfter(20)).toBe(1);
  expect(await namesAfter(60)).toBe(2);
});

import { type Kysely, sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../src/server/commands/run/run-command';
import { hasRows } from '../../../src/server/db/engine/has-rows';
import { migrate } from '../../../src/server/db/engine/migrate';
import { VERSIONS } from '../../../src/server/db/migrations/migrations';
import type { Tables } from '../../../src/server/db/schema/tables';
import { engines, startDatabases } from '../../support/databases';
import { cancel, submit, testServer } from '../../support/test-server';
import { BOOKING, DEVICE, OLD_ROWS } from './upgrade/old-rows';

/** Every version that a newer one takes over from. */
const OLD_VERSIONS = VERSIONS.slice(0, -1);

type Rows = Readonly<Record<string, readonly object[]>>;

async function tablesOf(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name }) => name).filter((name) => name !== 'schema_versions');
}

async function readAll(db: Kysely<Tables>, tables: readonly string[]): Promise<Rows> {
  const read = async (name: string) =>
    [name, (await sql<object>`SELECT * FROM ${sql.table(name)}`.execute(db)).rows] as const;
  return Object.fromEntries(await Promise.all(tables.map(read)));
}

describe.each(engines)('upgrade on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('keys are made anew only where nobody is kept', async () => {
    const { db } = await (await databases.create()).open();
    await migrate(db, engine);
    expect(await hasRows(db)).toBe(false);
    const server = await testServer(await (await databases.create()).open());
    await runCommand(server.context, DEVICE, submit({}));
    expect(await hasRows(server.context.db)).toBe(true);
  });

  test.each(OLD_VERSIONS)('version %i with rows in every table is brought to the newest', async (version) => {
    const place = await databases.create();
    const database = await place.open();
    const { db } = database;
    await migrate(db, engine, version);
    for (const { table, row } of OLD_ROWS.filter((old) => old.version <= version)) {
      const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
      await sql`INSERT INTO ${sql.table(table)} (${columns}) VALUES (${sql.join(Object.values(row))})`.execute(
        db,
      );
    }
    const before = await readAll(db, await tablesOf(db));
    const empty = Object.keys(before).filter((name) => before[name]?.length === 0);
    expect(empty, 'these tables lack a row in upgrade/old-rows.ts').toEqual([]);

    await migrate(db, engine);
    // A later migration may add columns or change them on purpose; what it keeps it keeps as it was.
    expect(await readAll(db, Object.keys(before))).toMatchObject(before);

    const server = await testServer(database);
    const [row] = await server.rowsOf(DEVICE);
    expect(row).toMatchObject({ id: BOOKING, state: 'scheduled' });
    expect(await server.send(DEVICE, submit())).toMatchObject({ outcome: 'done' });
    expect(await server.send(DEVICE, cancel(BOOKING))).toMatchObject({ outcome: 'done' });
    expect((await server.rowsOf(DEVICE)).map(({ state }) => state).sort()).toEqual([
      'cancelled',
      'scheduled',
    ]);
    expect(server.errors).toEqual([]);
    // One for each version: PostgreSQL lets in 100 connections.
    await place.close();
  });

  test('a step that fails leaves the version before it, whole', async () => {
    const { db } = await (await databases.create()).open();
    let last = { version: 0, table: '', tablesBefore: [''] };
    for (const version of VERSIONS) {
      const tablesBefore = await tablesOf(db);
      await migrate(db, engine, version);
      const table = (await tablesOf(db)).find((name) => !tablesBefore.includes(name));
      if (table !== undefined) last = { version, table, tablesBefore };
    }
    // A table of the newest version that makes one stands in its way.
    const { db: other } = await (await databases.create()).open();
    await migrate(other, engine, last.version - 1);
    await sql`CREATE TABLE ${sql.table(last.table)} (wrong INTEGER)`.execute(other);
    await expect(migrate(other, engine)).rejects.toThrow();
    expect((await tablesOf(other)).sort()).toEqual([...last.tablesBefore, last.table].sort());
    await sql`DROP TABLE ${sql.table(last.table)}`.execute(other);
    await migrate(other, engine);
    expect((await tablesOf(other)).sort()).toEqual((await tablesOf(db)).sort());
  });
});

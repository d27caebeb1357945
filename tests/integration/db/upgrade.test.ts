import { type Kysely, sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../src/server/commands/run/run-command';
import { hasRows } from '../../../src/server/db/engine/has-rows';
import { migrate } from '../../../src/server/db/engine/migrate';
import { runOrders } from '../../../src/server/db/migrations/014-run-orders';
import { queueIndexes } from '../../../src/server/db/migrations/016-queue-indexes';
import { VERSIONS } from '../../../src/server/db/migrations/migrations';
import type { Tables } from '../../../src/server/db/schema/tables';
import { engines, startDatabases } from '../../support/databases';
import { cancel, submit, testServer } from '../../support/test-server';
import { BOOKING, DEVICE, OLD_ROWS } from './upgrade/old-rows';

/** Every version that a newer one takes over. */
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

/** Leaves the database as a program from before Kysely's Migrator left it. */
async function forgetMigrator(db: Kysely<Tables>): Promise<void> {
  await sql`DROP TABLE kysely_migration`.execute(db);
  await sql`DROP TABLE kysely_migration_lock`.execute(db);
}

/** Reads the steps that this program goes by, and those that an older one goes by. */
async function readSteps(db: Kysely<Tables>) {
  const known = await sql<{ name: string }>`SELECT name FROM kysely_migration ORDER BY name`.execute(db);
  const older = await sql<{ version: number }>`SELECT version FROM schema_versions ORDER BY 1`.execute(db);
  return {
    known: known.rows.map(({ name }) => Number(name)),
    older: older.rows.map(({ version }) => version),
  };
}

describe.each(engines)('upgrading a database on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('finds rows only where somebody is kept, so that keys are made only for an empty database', async () => {
    const { db } = await (await databases.createEmpty()).open();
    await migrate(db, engine);
    expect(await hasRows(db)).toBe(false);
    const server = await testServer(await (await databases.create()).open());
    await runCommand(server.context, DEVICE, submit({}));
    expect(await hasRows(server.context.db)).toBe(true);
  });

  test.each(OLD_VERSIONS)('brings version %i with rows in every table to the newest', async (version) => {
    const place = await databases.createEmpty();
    const database = await place.open();
    const { db } = database;
    await migrate(db, engine, version);
    await forgetMigrator(db);
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
    // A later migration may add columns or change them on purpose; what it keeps stays as it was.
    expect(await readAll(db, Object.keys(before))).toMatchObject(before);
    expect(await readSteps(db)).toEqual({ known: VERSIONS, older: VERSIONS });

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
    // Each version opens a connection, and PostgreSQL limits their number.
    await place.close();
  });

  test('undoes the steps before one that fails, and holds nobody back', async () => {
    const place = await databases.createEmpty();
    const { db } = await place.open();
    await migrate(db, engine, OLD_VERSIONS[3]);
    const before = { tables: await tablesOf(db), steps: await readSteps(db) };
    // This table is in the way of a later migration.
    await sql`CREATE TABLE run_orders (wrong INTEGER)`.execute(db);
    await expect(migrate(db, engine)).rejects.toThrow(/already exists/);
    expect((await tablesOf(db)).sort()).toEqual([...before.tables, 'run_orders'].sort());
    expect(await readSteps(db)).toEqual(before.steps);
    await sql`DROP TABLE run_orders`.execute(db);
    await migrate((await place.open()).db, engine);
    expect(await readSteps(db)).toEqual({ known: VERSIONS, older: VERSIONS });
  });

  test.each([
    { was: 'after', forget: async () => undefined },
    { was: 'before', forget: forgetMigrator },
  ])(
    "makes up for a step that landed late, in a database from $was Kysely's Migrator",
    async ({ forget }) => {
      const { db } = await (await databases.createEmpty()).open();
      await migrate(db, engine, runOrders.version - 1);
      for (const statement of queueIndexes.statements(engine)) await sql.raw(statement).execute(db);
      const { version } = queueIndexes;
      await sql`INSERT INTO schema_versions (version) VALUES (${version})`.execute(db);
      const name = String(version).padStart(3, '0');
      await sql`INSERT INTO kysely_migration (name, timestamp) VALUES (${name}, '2026-11-23T02:00:00Z')`.execute(
        db,
      );
      await forget(db);
      await migrate(db, engine);
      expect(await tablesOf(db)).toContain('run_orders');
      expect(await readSteps(db)).toEqual({ known: VERSIONS, older: VERSIONS });
    },
  );
});

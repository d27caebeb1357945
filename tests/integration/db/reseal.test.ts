import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { unsealRequest } from '../../../src/server/db/booking/staff-booking';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { migrate } from '../../../src/server/db/engine/migrate';
import type { Database } from '../../../src/server/db/engine/open-database';
import type { Keys } from '../../../src/server/db/secret/keys';
import { headOf, seal, unseal } from '../../../src/server/db/secret/seal';
import { NOT_SEALED, SEALED_COLUMNS } from '../../../src/server/db/secret/sealed-columns';
import { reseal } from '../../../src/server/jobs/secret/reseal';
import { changesSince } from '../../../src/server/queries/booking/changes-since';
import { engines, startDatabases } from '../../support/databases';
import { cancel, MONDAY_9, submit, testServer } from '../../support/test-server';
import { OLD_ROWS } from './upgrade/old-rows';

const nikIndex = randomBytes(32);
const [first, second] = [randomBytes(32), randomBytes(32)];
const oldKeys: Keys = { encryption: { current: '1', byId: { 1: first } }, nikIndex };
const bothKeys: Keys = { encryption: { current: '2', byId: { 1: first, 2: second } }, nikIndex };
const newKey: Keys = { encryption: { current: '2', byId: { 2: second } }, nikIndex };

const noWord = () => undefined;

function contextOf(database: Database, keys: Keys): ServerContext {
  return { ...database, city: metro, keys, clock: () => MONDAY_9, randomBytes };
}

/** Puts one value into each sealed column, under the old key, and returns how many. */
async function fillAll(context: ServerContext): Promise<number> {
  let count = 0;
  for (const { table, row } of OLD_ROWS) {
    const isErased = 'erased_at' in row;
    const columns: Record<string, unknown> = { ...row };
    for (const { column, key, placeOf } of SEALED_COLUMNS.filter((one) => one.table === table && !isErased)) {
      if (key.includes('follower_id')) columns.follower_id ??= `follower of ${String(row.device_hash)}`;
      const place = placeOf(Object.fromEntries(key.map((name) => [name, String(columns[name])])));
      columns[column] = seal(context, place, column);
      count += 1;
    }
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
      VALUES (${sql.join(Object.values(columns))})`.execute(context.db);
  }
  return count;
}

/** Opens everything that is sealed; throws where that is impossible. */
async function openAll(context: ServerContext): Promise<unknown[]> {
  const opened: unknown[] = [];
  for (const { table, column, key, placeOf } of SEALED_COLUMNS) {
    const { rows } = await sql<Record<string, string | number | Buffer>>`
      SELECT * FROM ${sql.table(table)} WHERE length(${sql.ref(column)}) > 0`.execute(context.db);
    for (const row of rows) {
      const place = placeOf(Object.fromEntries(key.map((name) => [name, String(row[name])])));
      opened.push(unseal(context, place, row[column] as Buffer));
    }
  }
  return opened;
}

describe.each(engines)('resealing under a new key on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  async function filled() {
    const place = await databases.create();
    const database = await place.open();
    await migrate(database.db, engine);
    return { place, database, count: await fillAll(contextOf(database, oldKeys)) };
  }

  test('covers every column of bytes, or names it as not sealed', async () => {
    const { database } = await filled();
    const tables = await database.db.introspection.getTables();
    const ofBytes = tables.flatMap(({ name, columns }) =>
      columns.filter(({ dataType }) => /^(blob|bytea)$/i.test(dataType)).map((one) => `${name}.${one.name}`),
    );
    const named = [...SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`), ...NOT_SEALED];
    expect(named.sort()).toEqual(ofBytes.sort());
  });

  test('makes the new key alone open all values, and a second run finds nothing', async () => {
    const { database, count } = await filled();
    const before = await openAll(contextOf(database, oldKeys));
    expect(before).toHaveLength(count);
    expect(count).toBeGreaterThanOrEqual(SEALED_COLUMNS.length);
    const context = contextOf(database, bothKeys);
    expect(await reseal(context, noWord)).toEqual({ done: count, left: 0 });
    expect(await openAll(contextOf(database, newKey))).toEqual(before);
    expect(await reseal(context, noWord)).toEqual({ done: 0, left: 0 });
  });

  test('goes on where it was stopped', async () => {
    const { database, count } = await filled();
    const context = contextOf(database, bothKeys);
    const stopped = reseal(context, (done) => {
      if (done >= 3) throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    const { done, left } = await reseal(context, noWord);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(count);
    expect(left).toBe(0);
    expect(await openAll(contextOf(database, newKey))).toHaveLength(count);
  });

  test('lets a running server keep working, and a second run reseals what that server sealed meanwhile', async () => {
    const place = await databases.create();
    const { context, send, errors } = await testServer(await place.open());
    // Stands for a process that was started before the new key, and looks for keys where one is missing.
    let known = oldKeys;
    const running: ServerContext = {
      ...context,
      keys: {
        get encryption() {
          return known.encryption;
        },
        nikIndex,
        refresh: () => {
          known = bothKeys;
        },
      },
    };
    Object.assign(context, { keys: running.keys });
    const kept = Array.from({ length: 20 }, () => submit());
    for (const command of kept) expect(await send('phone', command)).toMatchObject({ outcome: 'done' });

    const other = contextOf(await place.open(), bothKeys);
    const [{ done }] = await Promise.all([
      reseal(other, noWord),
      ...kept.slice(0, 10).map((command) => send('phone', cancel(command.bookingId, 'batal'))),
    ]);
    expect(done).toBeGreaterThanOrEqual(20);
    expect((await reseal(other, noWord)).left).toBe(0);

    const opened = contextOf(await place.open(), newKey);
    const rows = await opened.db.selectFrom('bookings').selectAll().execute();
    const head = headOf(newKey);
    expect(rows.every(({ request }) => head.equals(request.subarray(0, head.length)))).toBe(true);
    expect(rows.map((row) => unsealRequest(opened, row).recipient.name)).toEqual(
      rows.map(() => 'Siti Contoh'),
    );
    const { changes } = await changesSince(opened, 'phone', null);
    expect(changes.filter(({ state }) => state === 'cancelled')).toHaveLength(10);
    expect(errors).toEqual([]);

    // A value under the new key makes the running process look for that key.
    expect((await changesSince(running, 'phone', null)).changes).toHaveLength(20);
    expect(known).toBe(bothKeys);
  });
});

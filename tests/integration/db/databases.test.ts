import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/server/db/engine/migrate';
import { VERSIONS } from '../../../src/server/db/migrations/migrations';
import { engines, startDatabases } from '../../support/databases';
import {
  cancel,
  choose,
  follow,
  newToken,
  submit,
  type TestServer,
  testServer,
} from '../../support/test-server';

const PREFERENCES = [
  'any',
  [{ date: '2026-11-24', window: 'siang' }],
  [{ date: '2026-11-24', window: 'pagi' }],
] as const;

type Delivery = { readonly device: string; readonly command: { readonly id: string } };

const step = fc.record({
  device: fc.nat(3),
  kind: fc.constantFrom('submit', 'submit', 'submit', 'cancel', 'choose', 'follow'),
  booking: fc.nat(11),
  preferences: fc.constantFrom(...PREFERENCES),
  window: fc.constantFrom('pagi', 'siang'),
});

/** Makes deliveries of random commands over twelve bookings, each of one device. */
function deliveriesOf(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Delivery[] {
  const ids = Array.from({ length: 12 }, () => ({ id: crypto.randomUUID() as string, token: newToken() }));
  return steps.flatMap(({ device, kind, booking, preferences, window }): Delivery[] => {
    const known = ids[booking];
    if (known === undefined) return [];
    const owner = `device-${booking % 4}`;
    if (kind === 'submit') {
      return [{ device: owner, command: submit({ preferences: preferences }, known.id, known.token) }];
    }
    if (kind === 'cancel') return [{ device: owner, command: cancel(known.id) }];
    if (kind === 'choose') return [{ device: owner, command: choose(known.id, '2026-11-24', window) }];
    return [{ device: `device-${device}`, command: follow(known.token) }];
  });
}

async function expectConsistent(server: TestServer): Promise<void> {
  const { db } = server.context;
  const slots = await db.selectFrom('slots').selectAll().execute();
  const reservations = await db.selectFrom('reservations').selectAll().execute();
  const bookings = await db.selectFrom('bookings').selectAll().execute();
  for (const slot of slots) {
    const inside = reservations.filter(
      (r) => r.unit === slot.unit && r.day === slot.day && r.window_id === slot.window_id,
    );
    expect(inside.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(slot.used_minutes);
    expect(slot.used_minutes).toBeLessThanOrEqual(slot.capacity_minutes);
    expect(slot.online_used_minutes).toBeLessThanOrEqual(slot.online_capacity_minutes);
  }
  const scheduled = bookings.filter(({ state }) => state === 'scheduled').map(({ id }) => id);
  expect(scheduled.sort()).toEqual(reservations.map((r) => r.booking_id).sort());
  expect(new Set(bookings.map(({ number }) => number)).size).toBe(bookings.length);
  const counter = await db.selectFrom('city_counters').select('last_change').executeTakeFirst();
  for (const { change_number } of bookings) {
    expect(change_number).toBeLessThanOrEqual(counter?.last_change ?? 0);
  }
}

describe.each(engines)('the database on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test.each([0, ...VERSIONS])('is brought from version %i to the newest, and serves', async (version) => {
    const database = await (await databases.createEmpty()).open();
    await migrate(database.db, engine, version);
    const server = await testServer(database);
    expect(await server.send('a', submit())).toMatchObject({ outcome: 'done' });
    const { rows } = await sql<{ version: number }>`SELECT version FROM schema_versions ORDER BY 1`.execute(
      database.db,
    );
    expect(rows.map((row) => row.version)).toEqual(VERSIONS);
  });

  test('is refused and left alone when a newer program made it', async () => {
    const database = await (await databases.create()).open();
    await migrate(database.db, engine);
    await sql`INSERT INTO schema_versions (version) VALUES (99)`.execute(database.db);
    await expect(migrate(database.db, engine)).rejects.toThrow(
      `The database is of a newer version (99) than this program (${Math.max(...VERSIONS)}). ` +
        'Use the newer program, or restore the backup from before the update: npm run restore -- FILE',
    );
  });

  test('books each visit once and never beyond a window, when random deliveries repeat and come at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 40 }),
        fc.boolean(),
        async (steps, atOnce) => {
          const place = await databases.create();
          const server = await testServer(await place.open());
          const deliveries = deliveriesOf(steps);
          const repeated = [...deliveries, ...deliveries.filter((_, index) => index % 2 === 0)];
          const deliver = ({ device, command }: Delivery) => server.send(device, command);
          if (atOnce) await Promise.all(repeated.map(deliver));
          else for (const delivery of repeated) await deliver(delivery);
          expect(server.errors).toEqual([]);
          await expectConsistent(server);
          // Every command is settled by now: sent again, each is answered the same and changes nothing.
          const before = await server.context.db.selectFrom('bookings').selectAll().orderBy('id').execute();
          const results = await Promise.all(deliveries.map(deliver));
          expect(results.filter(({ outcome }) => outcome === 'retry')).toEqual([]);
          const after = await server.context.db.selectFrom('bookings').selectAll().orderBy('id').execute();
          expect(after).toEqual(before);
          const submitted = deliveries.filter(({ command }) => 'followHash' in command);
          expect(after).toHaveLength(
            new Set(submitted.map(({ command }) => Reflect.get(command, 'bookingId'))).size,
          );
          await place.close();
        },
      ),
      { numRuns: engine === 'sqlite' ? 12 : 6 },
    );
  });
});

// SQLite waits for a lock without yielding, so two connections of one process would wait for each other
// forever.
describe.each(engines.filter((engine) => engine === 'postgres'))('many connections on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('start, migrate and book one after another when they come at once', async () => {
    const place = await databases.create();
    const servers = await Promise.all([1, 2, 3].map(async () => testServer(await place.open())));
    const commands = Array.from({ length: 12 }, () => submit({ preferences: PREFERENCES[1] }));
    await Promise.all(
      servers.flatMap((server) => commands.map((command, n) => server.send(`device-${n}`, command))),
    );
    const [first] = servers;
    if (first === undefined) throw new Error('no server');
    expect(servers.flatMap(({ errors }) => errors)).toEqual([]);
    await expectConsistent(first);
    expect(await first.context.db.selectFrom('reservations').selectAll().execute()).toHaveLength(2);
    expect(await first.context.db.selectFrom('bookings').selectAll().execute()).toHaveLength(12);
  });
});

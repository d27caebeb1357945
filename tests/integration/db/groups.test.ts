import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { CompiledQuery } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { type CityWrite, writeCity } from '../../../src/server/db/engine/write-city';
import { engines, startDatabases } from '../../support/databases';
import { submit, testServer } from '../../support/test-server';

const rollback = CompiledQuery.raw('ROLLBACK');

/** Adds a device, the simplest row: what is true of it is true of every row. */
async function addDevice({ tx, context, nextChange }: CityWrite, name: string): Promise<number> {
  const change = nextChange();
  await tx
    .insertInto('devices')
    .values({ city: context.city.code, device_hash: name, first_seen: change, last_seen: change })
    .execute();
  return change;
}

async function devicesSeen({ db }: Pick<ServerContext, 'db'>): Promise<string[]> {
  const rows = await db.selectFrom('devices').select('device_hash').orderBy('first_seen').execute();
  return rows.map((row) => row.device_hash);
}

describe.each(engines)('writes at the same time on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  async function start() {
    const database = await databases.create();
    const server = await testServer(await database.open());
    await server.send('first', submit());
    return { server, other: await database.open() };
  }

  test('are committed together, and none is answered before', async () => {
    const { server, other } = await start();
    let seenInside: string[] | undefined;
    let seenOutside: string[] | undefined;
    const first = writeCity(server.context, (write) => addDevice(write, 'a'));
    const second = writeCity(server.context, async (write) => {
      seenInside = await devicesSeen({ db: write.tx });
      seenOutside = await devicesSeen(other);
      return addDevice(write, 'b');
    });
    await first;
    expect(await devicesSeen(other)).toEqual(expect.arrayContaining(['a', 'b']));
    expect((await second) - (await first)).toBe(1);
    expect(seenInside).toContain('a');
    expect(seenOutside).not.toContain('a');
  });

  test('undo a failing write alone, and it uses up no change number', async () => {
    const { server, other } = await start();
    const fault = new Error('planted');
    const writes = [
      writeCity(server.context, (write) => addDevice(write, 'a')),
      writeCity(server.context, async (write) => {
        await addDevice(write, 'lost');
        throw fault;
      }),
      // The database itself refuses a row that exists already.
      writeCity(server.context, (write) => addDevice(write, 'a')),
      writeCity(server.context, (write) => addDevice(write, 'b')),
    ];
    const [a, planted, refused, b] = await Promise.allSettled(writes);
    expect(planted).toEqual({ status: 'rejected', reason: fault });
    expect(refused?.status).toBe('rejected');
    if (a?.status !== 'fulfilled' || b?.status !== 'fulfilled') throw new Error('the others failed too');
    expect(b.value - a.value).toBe(1);
    expect((await devicesSeen(other)).sort()).toEqual(['a', 'b', 'first']);
  });

  test('are all told when the transaction itself is lost', async () => {
    const { server, other } = await start();
    const writes = ['a', 'b'].map((name) =>
      writeCity(server.context, async (write) => {
        await addDevice(write, name);
        // Ends the transaction without the knowledge of the write before.
        if (name === 'b') await write.tx.executeQuery(rollback);
      }),
    );
    const ends = await Promise.allSettled(writes);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await devicesSeen(other)).toEqual(['first']);
    expect(await writeCity(server.context, (write) => addDevice(write, 'c'))).toBeGreaterThan(0);
  });

  test('are all told why when the database gives up by itself, as on a full disk', async () => {
    const { server, other } = await start();
    const full = new Error('database or disk is full');
    const writes = ['a', 'b'].map((name) =>
      writeCity(server.context, async (write) => {
        await addDevice(write, name);
        if (name === 'a') return;
        await write.tx.executeQuery(rollback);
        throw full;
      }),
    );
    const told = { status: 'rejected', reason: full };
    expect(await Promise.allSettled(writes)).toEqual([told, told]);
    expect(await devicesSeen(other)).toEqual(['first']);
  });

  test('use the city as a write that changes it left it', async () => {
    const { server } = await start();
    const seen: number[] = [];
    const context: ServerContext = {
      ...server.context,
      refreshCity: async (db) => void seen.push((await devicesSeen({ db })).length),
    };
    const write = (name: string, changesCity: boolean) =>
      writeCity(context, (each) => addDevice(each, name), { changesCity });
    await Promise.all([write('a', false), write('b', true), write('c', false), write('d', false)]);
    expect(seen).toEqual([1, 3]);
  });

  test('of connections that come at once wait for no group of others', async () => {
    const { server } = await start();
    let groups = 0;
    const refreshCity = async () => {
      groups += 1;
    };
    const context: ServerContext = { ...server.context, refreshCity };
    const listener = createServer(async (socket) => {
      await writeCity(context, (write) => addDevice(write, `device ${socket.remotePort}`));
      socket.end();
    });
    await once(listener.listen(0, '127.0.0.1'), 'listening');
    const { port } = listener.address() as AddressInfo;
    const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket.resume(), 'end')));
    listener.close();
    expect(groups).toBeLessThan(10);
  });
});

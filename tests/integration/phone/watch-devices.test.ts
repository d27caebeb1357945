import { afterAll, describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { loadCity } from '../../../src/server/db/city/load-city';
import { watchDevices } from '../../../src/server/queries/phone/watch-devices';
import { engines, startDatabases } from '../../support/databases';
import { cancel, submit, testServer } from '../../support/test-server';

describe.each(engines)('watching devices on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(() => databases.stop());

  it('tells each device its own changes as numbers, from another process too, until it stops', async () => {
    const server = await testServer(await (await databases.create()).open());
    await loadCity(server.context.db, metro, server.context.clock());
    const command = submit();
    await server.send('mine', command);
    // A separate watch, as another process has: it only sees the database.
    const devices = watchDevices({ ...server.context });
    const mine: number[] = [];
    const others: number[] = [];
    let tell: () => void = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const stops = [
      await devices.listen('others', 0, (change) => others.push(change)),
      await devices.listen('mine', 0, (change) => {
        mine.push(change);
        if (mine.length === 2) tell();
      }),
    ];
    const late: number[] = [];
    const stop = await devices.listen('mine', 1_000, (change) => late.push(change));
    stop();
    await server.send('mine', cancel(command.bookingId));
    await told;
    for (const each of stops) each();
    const [first = 0, second = 0] = mine;
    expect(second).toBeGreaterThan(first);
    expect(typeof second).toBe('number');
    expect(others).toEqual([]);
    // This listener had read further than the database: it was told so once, and nothing after it stopped.
    expect(late).toHaveLength(1);
    expect(server.errors).toEqual([]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf, makeJpeg } from '../support/pictures';
import { newSecret } from '../support/test-app';
import { bundleServer } from './bundle-server';
import { freePort } from './free-port';
import { killProcess, startProcess } from './server-process';

const PARTS = 5;

let main: string;
let dataDir: string;

beforeAll(async () => {
  main = await bundleServer('photos');
  dataDir = await mkdtemp(join(tmpdir(), 'mpp-photos-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('killed at every part of a photo, the server goes on from what it said it has', async () => {
  const jpeg = await makeJpeg({ width: 1_600, height: 1_200, quality: 30 });
  const [secret, total, port] = [newSecret(), jpeg.length, await freePort()];
  const put = async (url: string, bytes: Buffer, range: string) => {
    const answer = await fetch(`${url}/api/photos/${digestOf(jpeg)}`, {
      method: 'PUT',
      headers: { authorization: `Device ${secret}`, 'content-type': 'image/jpeg', 'content-range': range },
      body: new Uint8Array(bytes),
    });
    return { status: answer.status, ...((await answer.json()) as { received: number }) };
  };
  let acknowledged = 0;
  for (let part = 0; part < PARTS; part += 1) {
    const server = await startProcess(main, dataDir, port);
    const asked = await put(server.url, Buffer.alloc(0), `bytes */${total}`);
    expect(asked).toEqual({ status: 202, received: acknowledged });
    const end = part === PARTS - 1 ? total - 1 : Math.ceil(total / PARTS) * (part + 1);
    const sent = await put(
      server.url,
      jpeg.subarray(acknowledged, end),
      `bytes ${acknowledged}-${end - 1}/${total}`,
    );
    expect(sent).toEqual({ status: 202, received: end });
    acknowledged = end;
    await killProcess(server);
  }
  // The last byte is sent without waiting for the answer: whenever the server was killed, the photo is whole
  // in the end, and there once.
  const dying = await startProcess(main, dataDir, port);
  const last = put(dying.url, jpeg.subarray(acknowledged), `bytes ${total - 1}-${total - 1}/${total}`).catch(
    () => undefined,
  );
  await killProcess(dying);
  await last;
  const server = await startProcess(main, dataDir, port);
  const whole = await put(
    server.url,
    jpeg.subarray(acknowledged),
    `bytes ${total - 1}-${total - 1}/${total}`,
  );
  expect([200, 201]).toContain(whole.status);
  expect(whole).toMatchObject({ received: total, isComplete: true });
  await killProcess(server);
  const database = new Database(join(dataDir, 'mpp-mobile.sqlite'), { readonly: true });
  const count = (table: string) =>
    database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n;
  expect([count('photos'), count('photo_parts')]).toEqual([1, 0]);
  database.close();
});

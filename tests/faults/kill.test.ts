import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleServer } from './bundle-server';
import { freePort } from './free-port';
import { book, checkPhone, makePhones, type Phone } from './phone';
import { killProcess, type ServerProcess, startProcess } from './server-process';

/** `KILLS` asks for more: each costs a start of the server. */
const KILLS = Number(process.env.KILLS ?? 40);
const PHONES = 4;
const FIRST_LATEST_KILL_MS = 60;
const LATER = 1.3;
const LAST_LATEST_KILL_MS = 1_000;

let main: string;
let dataDir: string;

beforeAll(async () => {
  main = await bundleServer('kill');
  dataDir = await mkdtemp(join(tmpdir(), 'mpp-kill-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Sends one booking after another until the server is gone. */
async function sendUntilDead(url: string, phone: Phone): Promise<void> {
  try {
    while (phone.sent.length < 15) await book(url, phone);
  } catch (error) {
    // A request that is cut off, which is what this test is about, ends as a TypeError of fetch.
    if (!(error instanceof TypeError)) throw error;
  }
}

test(`killed at ${KILLS} random points, the server keeps every booking it acknowledged, once`, async () => {
  const port = await freePort();
  let server: ServerProcess = await startProcess(main, dataDir, port);
  let acknowledged = 0;
  let latestKillMs = FIRST_LATEST_KILL_MS;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const phones = makePhones(PHONES);
    const sending = phones.map((phone) => sendUntilDead(server.url, phone));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * latestKillMs));
    await killProcess(server);
    await Promise.all(sending);
    acknowledged += phones.reduce((sum, phone) => sum + phone.acknowledged.size, 0);
    // A busy machine answers later, so it is killed later too: there must be answers to hold it to.
    if (acknowledged <= kill + 1) latestKillMs = Math.min(latestKillMs * LATER, LAST_LATEST_KILL_MS);
    server = await startProcess(main, dataDir, port);
    for (const phone of phones) await checkPhone(server.url, phone);
  }
  await killProcess(server);
  // If the server were always killed before its first answer, nothing would be tested.
  expect(acknowledged).toBeGreaterThan(KILLS);
  checkSlots();
}, 480_000);

function checkSlots(): void {
  const database = new Database(join(dataDir, 'mpp-mobile.sqlite'), { readonly: true });
  const count = (sql: string) => database.prepare<[], { n: number }>(sql).get()?.n;
  expect(count('SELECT count(*) AS n FROM reservations')).toBeGreaterThan(0);
  expect(
    count(
      'SELECT count(*) AS n FROM slots WHERE used_minutes > capacity_minutes OR online_used_minutes > online_capacity_minutes',
    ),
  ).toBe(0);
  const perSlot = 'r.city = s.city AND r.unit = s.unit AND r.day = s.day AND r.window_id = s.window_id';
  const reserved = `SELECT coalesce(sum(r.minutes), 0) FROM reservations r WHERE ${perSlot}`;
  expect(count(`SELECT count(*) AS n FROM slots s WHERE s.used_minutes <> (${reserved})`)).toBe(0);
  database.close();
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SyncResponse, syncResponse } from '../../src/contract/sync';
import { makeSubmission, newSecret, type Submission } from '../support/test-app';
import { bundleServer } from './bundle-server';
import { freePort } from './free-port';
import { killProcess, type ServerProcess, startProcess } from './server-process';

const KILLS = 100;
const PHONES = 4;
const FIRST_LATEST_KILL_MS = 60;
const LATER = 1.3;
const LAST_LATEST_KILL_MS = 1_000;
const TRIES = 4;
const RETRY_MS = 2_000;

type Phone = { readonly secret: string; readonly sent: Submission[]; readonly acknowledged: Set<string> };

let main: string;
let dataDir: string;

beforeAll(async () => {
  main = await bundleServer('kill');
  dataDir = await mkdtemp(join(tmpdir(), 'mpp-kill-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/**
 * Syncs, and asks again where the server said to come back, as a phone does; any answer but 200 is printed.
 */
async function sync(
  url: string,
  phone: Phone,
  commands: readonly Submission[],
  tries = TRIES,
): Promise<SyncResponse> {
  const answer = await fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { authorization: `Device ${phone.secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, cursor: null, commands }),
  });
  if (answer.status !== 200) {
    const problem = await answer.text();
    process.stderr.write(`kill: ${answer.status} ${problem}\n`);
    expect(answer.status, problem).toBe(503);
    expect(tries, problem).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return sync(url, phone, commands, tries - 1);
  }
  const parsed = v.parse(syncResponse, await answer.json());
  for (const result of parsed.results) if (result.outcome === 'done') phone.acknowledged.add(result.id);
  return parsed;
}

/** Sends one booking after another until the server is gone. */
async function sendUntilDead(url: string, phone: Phone): Promise<void> {
  try {
    while (phone.sent.length < 15) {
      const submission = makeSubmission();
      phone.sent.push(submission);
      await sync(url, phone, [submission]);
    }
  } catch (error) {
    // A request that is cut off, which is what this test is about, ends as a TypeError of fetch.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** Sends everything again, as a phone without an answer does, and checks that each booking is there once. */
async function checkPhone(url: string, phone: Phone): Promise<void> {
  const before = await sync(url, phone, []);
  const known = before.changes.map((row) => row.id);
  const acknowledged = phone.sent.filter((submission) => phone.acknowledged.has(submission.id));
  expect(known).toEqual(expect.arrayContaining(acknowledged.map((submission) => submission.bookingId)));
  const after = await sync(url, phone, phone.sent);
  expect(after.results.map((result) => result.outcome)).toEqual(phone.sent.map(() => 'done'));
  expect(after.changes.map((row) => row.id).sort()).toEqual(phone.sent.map((sent) => sent.bookingId).sort());
}

test('killed at 100 random points, the server keeps every booking it acknowledged, once', async () => {
  const port = await freePort();
  let server: ServerProcess = await startProcess(main, dataDir, port);
  let acknowledged = 0;
  let latestKillMs = FIRST_LATEST_KILL_MS;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const phones: Phone[] = Array.from({ length: PHONES }, () => ({
      secret: newSecret(),
      sent: [],
      acknowledged: new Set(),
    }));
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

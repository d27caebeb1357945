// Dexie's live queries use the global indexedDB, which this import sets.
import 'fake-indexeddb/auto';
import type { AddressInfo } from 'node:net';
import { liveQuery } from 'dexie';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VisitRow } from '../../../src/offline/store/engine/rows';
import { readDevice, readSecret } from '../../../src/offline/store/secret/device-key';
import { createSync } from '../../../src/offline/sync/create-sync';
import { onServerChange } from '../../../src/offline/sync/on-server-change';
import { buildFrame } from '../../../src/server/http/frame/build-frame';
import { addEvents } from '../../../src/server/http/resident/events';
import { makeSubmission, makeTestApp, newSecret, type TestApp } from '../../support/test-app';
import { openTab } from '../../unit/offline/make-phone';

let server: TestApp;
let url: string;

beforeAll(async () => {
  server = await makeTestApp();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  // Node's client opens a connection in place of one that it aborted, and asks nothing on it.
  server.app.server.closeAllConnections();
  return server.close();
});

type Listener = { readonly next: () => Promise<string | undefined>; readonly close: () => Promise<void> };

/** Reads a stream's records as they come; `undefined` means the end of the stream. */
async function listen(secret: string, since: string, base = url): Promise<Listener> {
  const abort = new AbortController();
  const answer = await fetch(`${base}/api/events?since=${since}`, {
    headers: { authorization: `Device ${secret}` },
    signal: abort.signal,
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let kept = '';
  const next = async () => {
    while (!kept.includes('\n\n')) {
      const read = await reader?.read();
      if (read === undefined || read.done) return undefined;
      kept += read.value;
    }
    const at = kept.indexOf('\n\n');
    const record = kept.slice(0, at);
    kept = kept.slice(at + 2);
    return record;
  };
  return { next, close: async () => abort.abort() };
}

async function sync(secret: string, cursor: string | null, commands: readonly object[] = []) {
  const answer = await fetch(`${url}/api/sync`, {
    method: 'POST',
    headers: { authorization: `Device ${secret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, cursor, commands }),
  });
  return (await answer.json()) as { readonly cursor: string };
}

function cancelOf(bookingId: string) {
  return {
    ...makeSubmission(),
    name: 'cancel-booking',
    bookingId,
    request: undefined,
    followHash: undefined,
  };
}

function visitOf(id: string): VisitRow {
  const kept = { delivery: 'known', queuedAtMs: 0, services: [], preferences: 'any', answers: {} };
  return { ...kept, id, area: '18.72.01.1001', prepared: [], minutes: 30 } as unknown as VisitRow;
}

describe('GET /api/events', () => {
  test('tells a phone of a change to its own booking, with the cursor only', async () => {
    const secret = newSecret();
    const submission = makeSubmission();
    const { cursor } = await sync(secret, null, [submission]);
    const listener = await listen(secret, cursor);
    expect(await listener.next()).toBe(': open');
    const after = await sync(secret, cursor, [cancelOf(submission.bookingId)]);
    expect(await listener.next()).toBe(`event: change\ndata: ${after.cursor}`);
    await listener.close();
  });

  test('tells at once what was missed, and nothing of other phones', async () => {
    const mine = newSecret();
    const { cursor } = await sync(mine, null, [makeSubmission()]);
    const late = await listen(mine, '0');
    expect(await late.next()).toBe(': open');
    expect(await late.next()).toBe(`event: change\ndata: ${cursor}`);
    // Another phone's change comes first; the first change that is told must still be this phone's own.
    await sync(newSecret(), null, [makeSubmission()]);
    const own = await sync(mine, cursor, [makeSubmission()]);
    expect(await late.next()).toBe(`event: change\ndata: ${own.cursor}`);
    await late.close();
  });

  test('tells a phone that has read further than the database to read again', async () => {
    const listener = await listen(newSecret(), '999999999');
    expect(await listener.next()).toBe(': open');
    expect(await listener.next()).toMatch(/^event: change\ndata: \d+$/);
    await listener.close();
  });

  test('ends the oldest stream of a device that has too many', async () => {
    const secret = newSecret();
    const listeners = [];
    for (const _ of [1, 2, 3, 4]) listeners.push(await listen(secret, '999999999'));
    const [oldest, ...others] = listeners;
    for (const _ of [1, 2]) expect(await oldest?.next()).toBeDefined();
    expect(await oldest?.next()).toBeUndefined();
    for (const other of others) await other.close();
  });

  test('refuses a request without a credential or without a cursor', async () => {
    expect((await fetch(`${url}/api/events?since=0`)).status).toBe(401);
    const headers = { authorization: `Device ${newSecret()}` };
    expect((await fetch(`${url}/api/events`, { headers })).status).toBe(422);
  });

  test('beats while nothing happens, and ends by itself', async () => {
    const app = await buildFrame({});
    addEvents(app, server.context, { heartbeatMs: 10, lifeMs: 200 });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const listener = await listen(newSecret(), '0', `http://127.0.0.1:${port}`);
    expect(await listener.next()).toBe(': open');
    expect(await listener.next()).toBe(':');
    let last: string | undefined = '';
    while (last !== undefined) last = await listener.next();
    await app.close();
  });

  test('does not hold up a server that stops', async () => {
    const app = await buildFrame({});
    addEvents(app, server.context);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const listener = await listen(newSecret(), '0', `http://127.0.0.1:${port}`);
    expect(await listener.next()).toBe(': open');
    await app.close();
    expect(await listener.next()).toBeUndefined();
  });
});

describe('a phone in use', () => {
  test('reads a change to its visit at once', async () => {
    const store = openTab();
    const submission = makeSubmission();
    const changed = new Promise<string>((resolve) => {
      const watch = liveQuery(() => store.bookings.get(submission.bookingId as never)).subscribe((visit) => {
        if (visit?.row?.state !== 'cancelled') return;
        watch.unsubscribe();
        resolve(visit.row.state);
      });
    });
    // A visit of this phone that the server knows, sent in the phone's name.
    const secret = await readSecret(await readDevice(store));
    await sync(secret, null, [submission]);
    const phone = createSync({
      store,
      baseUrl: url,
      signals: onServerChange({ store, baseUrl: url }),
    });
    await store.bookings.put(visitOf(submission.bookingId));
    phone.start();
    await phone.syncNow();
    await sync(secret, null, [cancelOf(submission.bookingId)]);
    expect(await changed).toBe('cancelled');
    phone.stop();
    store.close();
  });
});

import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf, makeJpeg } from '../support/pictures';
import { makeTestApp, newSecret, type TestApp } from '../support/test-app';

const MB = 1_048_576;
const HUGE = 40 * MB;
/** What a kernel's buffers may hold of a body that nobody reads. */
const UNREAD = 8 * MB;

let server: TestApp;
let port: number;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await makeTestApp();
  server.app.server.on('connection', (socket) => sockets.push(socket));
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  port = (server.app.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

/** Zeros that end only when nobody reads on; how many were taken. */
function makeZeros() {
  const chunk = Buffer.alloc(65_536);
  let taken = 0;
  const stream = new Readable({
    read() {
      taken += chunk.length;
      this.push(taken > HUGE ? null : chunk);
    },
  });
  return { stream, taken: () => taken };
}

/** Sends a body of 40 MB and gives the answer, which comes while it is still being sent. */
async function sendHuge(headers: Record<string, string | number>) {
  const zeros = makeZeros();
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'PUT',
    path: `/api/photos/${'a'.repeat(64)}`,
    headers: { authorization: `Device ${newSecret()}`, 'content-type': 'image/jpeg', ...headers },
  });
  // The server hangs up on what it does not want.
  sent.on('error', () => undefined);
  zeros.stream.pipe(sent);
  const [answer] = await once(sent, 'response');
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  zeros.stream.destroy();
  sent.destroy();
  const body = JSON.parse(Buffer.concat(parts).toString());
  return { status: answer.statusCode, code: body.code, read: sockets.at(-1)?.bytesRead ?? 0 };
}

describe('a file of 40 MB', () => {
  test.each([
    ['that says so', { 'content-length': HUGE }],
    ['that does not say so', { 'transfer-encoding': 'chunked' }],
  ])('%s is refused without being read', async (_how, headers) => {
    const { status, code, read } = await sendHuge(headers);
    expect([status, code]).toEqual([413, 'photo-too-large']);
    expect(read).toBeLessThan(UNREAD);
    const jpeg = await makeJpeg();
    const next = await fetch(`http://127.0.0.1:${port}/api/photos/${digestOf(jpeg)}`, {
      method: 'PUT',
      headers: { authorization: `Device ${newSecret()}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(jpeg),
    });
    expect(next.status).toBe(201);
  });
});

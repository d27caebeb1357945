import { request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../src/domain/photo/photo';
import { digestOf, makeJpeg } from '../../support/pictures';
import { makeTestApp, newSecret, type TestApp } from '../../support/test-app';

const MB = 1_048_576;
const HUGE = 40 * MB;
/** How much a kernel's buffers may hold of a body that nobody reads. */
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

/**
 * Makes zeros that stop after `limit` bytes, as from a client that waits for an answer, or that end after 40
 * MB.
 */
function makeZeros(limit = HUGE): Readable {
  const chunk = Buffer.alloc(65_536);
  let taken = 0;
  return new Readable({
    read() {
      if (taken > limit) return;
      taken += chunk.length;
      this.push(taken > HUGE ? null : chunk);
    },
  });
}

type Answer = { readonly status: number | undefined; readonly code: unknown };

/** Sends these zeros; the answer comes while they are still being sent, unless the server hangs up first. */
function sendZeros(zeros: Readable, headers: Record<string, string | number>): Promise<Answer | 'hung up'> {
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'PUT',
    path: `/api/photos/${'a'.repeat(64)}`,
    headers: { authorization: `Device ${newSecret()}`, 'content-type': 'image/jpeg', ...headers },
  });
  zeros.pipe(sent);
  const answered = new Promise<Answer | 'hung up'>((resolve, reject) => {
    sent.on('error', () => resolve('hung up'));
    sent.on('response', (answer) => {
      text(answer).then((body) => {
        resolve({ status: answer.statusCode, code: JSON.parse(body).code });
      }, reject);
    });
  });
  return answered.finally(() => {
    zeros.destroy();
    sent.destroy();
  });
}

const REFUSED: Answer = { status: 413, code: 'photo-too-large' };

describe.each([
  ['states its length', { 'content-length': HUGE }, 0],
  ['does not state its length', { 'transfer-encoding': 'chunked' }, MAX_PHOTO_BYTES],
])('an upload of 40 MB that %s', (_how, headers, enough) => {
  test('is refused in words', async () => {
    expect(await sendZeros(makeZeros(enough), headers)).toEqual(REFUSED);
  });

  test('is not read from a client that goes on sending it, and stops nobody else', async () => {
    const answer = await sendZeros(makeZeros(), headers);
    // A client that goes on writing to a closed connection may never see the answer.
    if (answer !== 'hung up') expect(answer).toEqual(REFUSED);
    expect(sockets.at(-1)?.bytesRead).toBeLessThan(UNREAD);
    const jpeg = await makeJpeg();
    const next = await fetch(`http://127.0.0.1:${port}/api/photos/${digestOf(jpeg)}`, {
      method: 'PUT',
      headers: { authorization: `Device ${newSecret()}`, 'content-type': 'image/jpeg' },
      body: new Uint8Array(jpeg),
    });
    expect(next.status).toBe(201);
  });
});

import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemDetails } from '../../../src/contract/problem';
import { buildFrame } from '../../../src/server/http/frame/build-frame';

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  app = await buildFrame({});
  app.post('/api/echo', (request) => ({ body: request.body }));
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => app.close());

/** Sends this text as it is, and reads until the server closes the connection. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

const HEAD = 'Host: localhost\r\nConnection: close\r\n';

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400, 'request-malformed'],
  ['an unknown method', `NOPE /api/echo HTTP/1.1\r\n${HEAD}\r\n`, 400, 'request-malformed'],
  ['a method that no path has', `PROPFIND /api/echo HTTP/1.1\r\n${HEAD}\r\n`, 405, 'method-not-allowed'],
  [
    'headers without end',
    `GET / HTTP/1.1\r\n${HEAD}A: ${'a'.repeat(70_000)}\r\n\r\n`,
    431,
    'request-headers-too-large',
  ],
  [
    'an invalid length',
    `POST /api/echo HTTP/1.1\r\n${HEAD}Content-Length: x\r\n\r\n`,
    400,
    'request-malformed',
  ],
  [
    'two lengths',
    `POST /api/echo HTTP/1.1\r\n${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'request-malformed',
  ],
  [
    'an invalid chunk',
    `POST /api/echo HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    400,
    'request-malformed',
  ],
  ['no host', 'GET /api/none HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'request-malformed'],
  ['two hosts', `GET /api/none HTTP/1.1\r\n${HEAD}Host: example.org\r\n\r\n`, 400, 'request-malformed'],
  ['no host before HTTP/1.1', 'GET /api/none HTTP/1.0\r\n\r\n', 404, 'not-found'],
  ['an unknown expectation', `GET /api/none HTTP/1.1\r\n${HEAD}Expect: foo\r\n\r\n`, 404, 'not-found'],
  ['a badly encoded path', `GET /api/%zz HTTP/1.1\r\n${HEAD}\r\n`, 404, 'not-found'],
] as const)('%s is answered with a problem', async (_name, text, status, code) => {
  const answer = await sendRaw(text);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  expect(head.toLowerCase()).toContain('cache-control: no-store');
  expect(v.parse(problemDetails, JSON.parse(body))).toMatchObject({ code, status });
});

test('a client that waits for 100 Continue gets it, then the answer', async () => {
  const body = '{"a":1}';
  const head = `POST /api/echo HTTP/1.1\r\n${HEAD}Content-Type: application/json\r\nExpect: 100-continue\r\n`;
  const answer = await sendRaw(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/);
  expect(answer).toContain(`{"body":${body}}`);
});

test('a client that hangs up in the middle does no harm', async () => {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => {
    socket.write(`POST /api/echo HTTP/1.1\r\n${HEAD}Content-Length: 100\r\n\r\n{`, () => resolve());
  });
  socket.resetAndDestroy();
  expect(await sendRaw(`GET /api/none HTTP/1.1\r\n${HEAD}\r\n`)).toContain('not-found');
});

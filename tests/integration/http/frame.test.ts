import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetails } from '../../../src/contract/problem';
import { MAX_BODY_BYTES } from '../../../src/contract/version';
import { buildFrame } from '../../../src/server/http/frame/build-frame';
import { ASSET_TEXT, INLINE_SCRIPT, makeWebRoot } from '../../support/web-root';

const JSON_TYPE = { 'content-type': 'application/json' };
const HTML = { accept: 'text/html,*/*' };

let webRoot: string;
let app: FastifyInstance;

async function buildWithEcho(options: Parameters<typeof buildFrame>[0]): Promise<FastifyInstance> {
  const built = await buildFrame(options);
  built.post('/api/echo', (request) => ({ body: request.body }));
  built.get('/api/ip', (request) => ({ ip: request.ip }));
  built.get('/api/fail', () => {
    throw new Error('secret of a person');
  });
  return built;
}

beforeAll(async () => {
  webRoot = await makeWebRoot();
  app = await buildWithEcho({ webRoot });
});

afterAll(async () => {
  await app.close();
  await rm(webRoot, { recursive: true });
});

describe('problems', () => {
  const post = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
    app.inject({ method: 'POST', url: '/api/echo', payload, headers });

  test.each([
    ['a body that is not JSON', () => post('{"a":'), 400, 'request-not-json'],
    ['an empty body', () => post(''), 400, 'request-not-json'],
    ['a body that is not UTF-8', () => post(Buffer.from([0x22, 0xff, 0x22])), 400, 'request-not-json'],
    ['a prototype key', () => post('{"__proto__":{"isAdmin":true}}'), 400, 'request-not-json'],
    ['a constructor key', () => post('{"constructor":{"prototype":{}}}'), 400, 'request-not-json'],
    ['a body that is too large', () => post(`"${'a'.repeat(MAX_BODY_BYTES)}"`), 413, 'request-too-large'],
    ['plain text', () => post('a', { 'content-type': 'text/plain' }), 415, 'media-type-not-supported'],
    ['another method', () => app.inject({ method: 'DELETE', url: '/api/echo' }), 405, 'method-not-allowed'],
    ['another method of a page', () => app.inject({ method: 'POST', url: '/x' }), 405, 'method-not-allowed'],
    ['an unknown path', () => app.inject({ url: '/api/none', headers: HTML }), 404, 'not-found'],
    ['a badly encoded path', () => app.inject({ url: '/api/%zz' }), 404, 'not-found'],
    ['a fault of the server', () => app.inject({ url: '/api/fail' }), 500, 'server-failed'],
  ] as const)('answer %s', async (_name, ask, status, code) => {
    const answer = await ask();
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(v.parse(problemDetails, answer.json())).toMatchObject({ code, status });
    expect(answer.body).not.toContain('secret');
  });

  test('name the methods that are allowed', async () => {
    const answer = await app.inject({ method: 'PUT', url: '/api/echo' });
    expect(answer.headers.allow).toBe('POST');
  });

  test('are not raised by well-formed JSON, which arrives as it was sent', async () => {
    const answer = await post('{"a":"\\u0000 \\ud800 é"}');
    expect(answer.json()).toEqual({ body: { a: '\u0000 \ud800 é' } });
  });
});

describe('files of the app', () => {
  test('are the first page at its path and a page of the app at any other', async () => {
    const home = await app.inject({ url: '/', headers: HTML });
    expect(home.statusCode).toBe(200);
    expect(home.body).toContain('Beranda');
    expect(home.headers['cache-control']).toBe('no-cache');
    const page = await app.inject({ url: '/ajukan/1/siapa?a=1', headers: HTML });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('/assets/a-1.js');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  test('are kept for a year where hashed and for a day as icons; the worker is asked for again', async () => {
    const asset = await app.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'br' } });
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(asset.rawPayload).toString()).toBe(ASSET_TEXT);
    const plain = await app.inject({ url: '/assets/a-1.js' });
    expect(plain.body).toBe(ASSET_TEXT);
    const worker = await app.inject({ url: '/service-worker.js' });
    expect(worker.headers['cache-control']).toBe('no-cache');
    const icon = await app.inject({ url: '/icons/favicon.svg' });
    expect(icon.headers['cache-control']).toBe('public, max-age=86400');
  });

  test.each([
    '/ikuti%23aB3_-xYz0123456789QwEr',
    '/ikuti%23aB3_-xYz0123456789QwEr.',
    '/ikuti?fbclid=http://a.b/c.d',
    `/pindah%23aB3_-xYz0123456789QwEr.${'k'.repeat(43)}`,
    '/petugas/undangan%23aB3_-xYz0123456789QwEr)',
  ])('the bent link %s is answered with a page', async (url) => {
    const page = await app.inject({ url, headers: HTML });
    expect([page.statusCode, page.body.includes('<!doctype')]).toEqual([200, true]);
  });

  test('are those of the staff app below /petugas', async () => {
    for (const url of ['/petugas/', '/petugas/undangan', '/petugas/meja/permohonan/1?view=new']) {
      const page = await app.inject({ url, headers: HTML });
      expect([page.statusCode, page.body]).toEqual([200, '<!doctype html><p>Petugas</p>']);
      expect(page.headers['cache-control']).toBe('no-cache');
    }
    const bare = await app.inject({ url: '/petugas', headers: HTML });
    expect([bare.statusCode, bare.headers.location]).toEqual([308, '/petugas/']);
    const other = await app.inject({ url: '/petugas2', headers: HTML });
    expect(other.body).toContain('/assets/a-1.js');
    const asset = await app.inject({ url: '/petugas/assets/b-1.js' });
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    '/assets/gone-2.js',
    '/petugas/assets/gone-2.js',
    '/none.html',
    '/.env',
    '/..%2f..%2fetc%2fpasswd',
  ])('%s is not found, and never a page', async (url) => {
    const answer = await app.inject({ url, headers: HTML });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.body).not.toContain('<!doctype');
  });

  test('include no page for a fetch that does not accept one', async () => {
    expect((await app.inject({ url: '/kunjungan', headers: { accept: '*/*' } })).statusCode).toBe(404);
  });
});

describe('headers', () => {
  test('let only the inline scripts of the built pages run', async () => {
    const { headers } = await app.inject({ url: '/', headers: HTML });
    const hash = createHash('sha256').update(INLINE_SCRIPT).digest('base64');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}'`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['permissions-policy']).toContain('geolocation=(self)');
    // Simple mode fills in answers by voice; a page within a page may not use the microphone.
    expect(headers['permissions-policy']).toContain('microphone=(self)');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  test("are only the ones that matter for a page's code and styles, and all of them for the page and the worker", async () => {
    const first = await buildFrame({ webRoot });
    const namesOf = async (url: string, headers = {}) =>
      Object.keys((await first.inject({ url, headers })).headers);
    const part = await namesOf('/assets/a-1.js');
    expect(part).toEqual(expect.arrayContaining(['x-content-type-options', 'cross-origin-resource-policy']));
    for (const name of ['content-security-policy', 'permissions-policy', 'x-xss-protection']) {
      expect(part).not.toContain(name);
    }
    expect(await namesOf('/petugas/assets/b-1.js')).toEqual(part);
    for (const url of ['/', '/service-worker.js', '/icons/favicon.svg', '/assets/../index.html']) {
      expect(await namesOf(url, HTML), url).toContain('content-security-policy');
      expect(await namesOf(url, HTML), url).toContain('permissions-policy');
    }
    await first.close();
  });

  test.each(['/%61pi/ip', '/ap%69/none', '/%61%70%69/ip?a=%61', '/api/%6eone'])(
    'of %s are those of the API, whatever is encoded',
    async (url) => {
      const { headers } = await app.inject({ url, headers: HTML });
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
      expect(headers['content-type']).toContain('json');
    },
  );

  test.each(['/api/ip', '/api/none'])('let %s run nothing when a browser opens it alone', async (url) => {
    const { headers } = await app.inject({ url, headers: HTML });
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test('include HSTS behind TLS', async () => {
    const behindTls = await buildFrame({ isBehindTls: true });
    const { headers } = await behindTls.inject({ url: '/api/none' });
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    const { headers: ofCode } = await behindTls.inject({ url: '/assets/none.js' });
    expect(ofCode['strict-transport-security']).toBe('max-age=31536000');
    await behindTls.close();
    const withSubdomains = await buildFrame({ isBehindTls: true, hasTlsSubdomains: true });
    const { headers: ofBoth } = await withSubdomains.inject({ url: '/api/none' });
    expect(ofBoth['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    await withSubdomains.close();
  });

  test('let a trusted proxy, but no stranger, name the address that is counted', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    expect((await app.inject({ url: '/api/ip', headers })).json()).toEqual({ ip: '127.0.0.1' });
    const proxied = await buildWithEcho({ trustProxy: 1 });
    expect((await proxied.inject({ url: '/api/ip', headers })).json()).toEqual({ ip: '203.0.113.9' });
    await proxied.close();
  });
});

describe('rate limits', () => {
  test('refuse an address that asks too often, and say when to come back', async () => {
    const limited = await buildWithEcho({ rateLimits: { requestsPerAddress: 2, syncsPerDevice: 9 } });
    const ask = (remoteAddress: string) => limited.inject({ url: '/api/ip', remoteAddress });
    const statuses = [await ask('2001:db8::1'), await ask('2001:db8::2'), await ask('2001:db8:0:0:9::3')];
    expect(statuses.map((answer) => answer.statusCode)).toEqual([200, 200, 429]);
    const refused = statuses[2];
    expect(refused?.json()).toMatchObject({ code: 'rate-limited' });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('2001:db8:0:1::1')).statusCode).toBe(200);
    const respelled = await limited.inject({ url: '/%61pi/ip', remoteAddress: '2001:db8::1' });
    expect(respelled.statusCode).toBe(429);
    await limited.close();
  });
});

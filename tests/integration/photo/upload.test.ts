import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../src/domain/photo/photo';
import { digestOf, makeJpeg, makeJpegBomb, makePng, makePngBomb } from '../../support/pictures';
import { makeTestApp, newSecret, type TestApp } from '../../support/test-app';

let server: TestApp;
let app: FastifyInstance;
let jpeg: Buffer;

beforeAll(async () => {
  server = await makeTestApp();
  app = server.app;
  jpeg = await makeJpeg();
});
afterAll(() => server.close());

function put(secret: string, bytes: Buffer, range?: string, sha256 = digestOf(bytes)) {
  return app.inject({
    method: 'PUT',
    url: `/api/photos/${sha256}`,
    headers: {
      authorization: `Device ${secret}`,
      'content-type': 'image/jpeg',
      ...(range === undefined ? {} : { 'content-range': range }),
    },
    payload: bytes,
  });
}

const nothing = Buffer.alloc(0);

describe('PUT /api/photos/{sha256}', () => {
  test('stores a whole photo, and a repeat is harmless', async () => {
    const secret = newSecret();
    const first = await put(secret, jpeg);
    expect([first.statusCode, first.json()]).toEqual([201, { received: jpeg.length, isComplete: true }]);
    const again = await put(secret, jpeg);
    expect([again.statusCode, again.json()]).toEqual([200, { received: jpeg.length, isComplete: true }]);
  });

  test('takes parts in order, counts a repeated part once, and says how far a photo is', async () => {
    const secret = newSecret();
    const [sha256, total, half] = [digestOf(jpeg), jpeg.length, 5_000];
    const asked = () => put(secret, nothing, `bytes */${total}`, sha256);
    expect([(await asked()).statusCode, (await asked()).json()]).toEqual([202, { received: 0 }]);
    const later = await put(secret, jpeg.subarray(half), `bytes ${half}-${total - 1}/${total}`, sha256);
    expect([later.statusCode, later.json()]).toMatchObject([409, { code: 'photo-gap', received: 0 }]);
    for (const _ of [1, 2]) {
      const part = await put(secret, jpeg.subarray(0, half), `bytes 0-${half - 1}/${total}`, sha256);
      expect([part.statusCode, part.json()]).toEqual([202, { received: half }]);
    }
    expect((await asked()).json()).toEqual({ received: half });
    // The parts of another phone count apart.
    expect((await put(newSecret(), nothing, `bytes */${total}`, sha256)).json()).toEqual({ received: 0 });
    // This part overlaps what the server has.
    const rest = await put(secret, jpeg.subarray(4_000), `bytes 4000-${total - 1}/${total}`, sha256);
    expect([rest.statusCode, rest.json()]).toEqual([201, { received: total, isComplete: true }]);
    expect([(await asked()).statusCode, (await asked()).json()]).toEqual([
      200,
      { received: total, isComplete: true },
    ]);
    expect(await server.context.db.selectFrom('photo_parts').select('start').execute()).toEqual([]);
  });

  test('redraws what it keeps: upright, without camera or position', async () => {
    const bytes = await makeJpeg({ width: 2_000, height: 1_000, quality: 20 });
    const { redrawPhoto } = await import('../../../src/server/commands/photo/redraw-photo');
    const redrawn = await redrawPhoto(bytes);
    if (!('image' in redrawn)) throw new Error(redrawn.problem);
    const { width, height, exif, format, orientation } = await sharp(redrawn.image).metadata();
    expect({ width, height, exif, format, orientation }).toEqual({
      width: 800,
      height: 1_600,
      format: 'jpeg',
    });
    expect(bytes.includes('Contoh Kamera')).toBe(true);
    expect(redrawn.image.includes('Contoh Kamera')).toBe(false);
  });

  test.each([
    [
      'a renamed program',
      () => Buffer.concat([Buffer.from('MZ'), randomBytes(2_000)]),
      415,
      'photo-not-an-image',
    ],
    [
      'an SVG with script',
      () => Buffer.from('<svg><script>alert(1)</script></svg>'),
      415,
      'photo-not-an-image',
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7 contoh contoh contoh'), 415, 'photo-not-an-image'],
    ['a PNG bomb', makePngBomb, 422, 'photo-too-many-pixels'],
    ['a JPEG bomb', makeJpegBomb, 422, 'photo-too-many-pixels'],
    ['a small PNG of 25 million pixels', () => makePng(5_000), 422, 'photo-too-many-pixels'],
    [
      'a PNG of few pixels with eight bytes each',
      () => makePng(2_200, 'rgb16'),
      422,
      'photo-too-many-pixels',
    ],
    ['a cut JPEG', () => jpeg.subarray(0, jpeg.length >> 1), 422, 'photo-unreadable'],
    [
      'a program that begins like a JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(2_000)]),
      422,
      'photo-unreadable',
    ],
    ['too many bytes', () => Buffer.alloc(MAX_PHOTO_BYTES + 1), 413, 'photo-too-large'],
  ])('refuses %s, and accepts the next photo', async (_what, make, status, code) => {
    const secret = newSecret();
    const bytes = await make();
    const answer = await put(secret, bytes);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect((await put(secret, jpeg)).statusCode).toBe(201);
  });

  test('forgets bytes that do not match the digest, and accepts the photo again', async () => {
    const secret = newSecret();
    const broken = Buffer.from(jpeg);
    broken.writeUInt8(broken.readUInt8(3_000) ^ 1, 3_000);
    const total = jpeg.length;
    const sha256 = digestOf(jpeg);
    await put(secret, broken.subarray(0, 4_000), `bytes 0-3999/${total}`, sha256);
    const answer = await put(secret, broken.subarray(4_000), `bytes 4000-${total - 1}/${total}`, sha256);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'photo-digest-differs']);
    expect((await put(secret, nothing, `bytes */${total}`, sha256)).json()).toEqual({ received: 0 });
    expect((await put(secret, jpeg)).statusCode).toBe(201);
  });

  test.each([
    ['bytes 0-9/100', 11],
    ['bytes 5-3/100', 0],
    ['bytes 0-99/50', 100],
    ['bytes */0', 0],
    ['octets 0-9/100', 10],
    ['bytes */100', 10],
  ])('refuses a range that makes no sense (%s)', async (range, size) => {
    const answer = await put(newSecret(), Buffer.alloc(size), range, 'a'.repeat(64));
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request-malformed']);
  });

  test('refuses a name that is no digest, and a request without a credential', async () => {
    expect((await put(newSecret(), jpeg, undefined, 'A'.repeat(64))).statusCode).toBe(422);
    const answer = await app.inject({ method: 'PUT', url: `/api/photos/${digestOf(jpeg)}`, payload: jpeg });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'credential-missing']);
  });
});

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { judgeFile } from '../../../src/web/resident/photos/judge-file';
import { pictureSizeOf } from '../../../src/web/resident/photos/picture-size';
import { makeJpeg, makeJpegBomb, makePngBomb } from '../../support/pictures';

const picture = (format: 'jpeg' | 'png' | 'webp', options = {}) =>
  sharp({ create: { width: 321, height: 123, channels: 3, background: '#884422' } })
    .toFormat(format, options)
    .toBuffer();

describe('the picture size in the head of a file', () => {
  test.each([
    ['a JPEG', picture('jpeg')],
    ['a progressive JPEG', picture('jpeg', { progressive: true })],
    ['a PNG', picture('png')],
    ['a lossy WebP', picture('webp')],
    ['a lossless WebP', picture('webp', { lossless: true })],
  ])('is read from %s', async (_, made) => {
    expect(pictureSizeOf(new Uint8Array(await made))).toEqual({ width: 321, height: 123 });
  });

  test('is read from a WebP that holds more than a picture', async () => {
    const image = sharp({ create: { width: 321, height: 123, channels: 4, background: '#88442280' } });
    const bytes = await image
      .withExif({ IFD0: { Make: 'Contoh' } })
      .webp()
      .toBuffer();
    expect(bytes.subarray(12, 16).toString()).toBe('VP8X');
    expect(pictureSizeOf(new Uint8Array(bytes))).toEqual({ width: 321, height: 123 });
  });

  test('is read behind the notes of the camera', async () => {
    expect(pictureSizeOf(new Uint8Array(await makeJpeg()))).toEqual({ width: 400, height: 300 });
  });

  test('is unknown where the bytes end before it', async () => {
    const bytes = new Uint8Array(await makeJpeg());
    for (const length of [0, 3, 12, 40, 200]) expect(pictureSizeOf(bytes.slice(0, length))).toBeUndefined();
  });
});

describe('judgeFile recognises a file that is no photo before it is opened:', () => {
  const text = (words: string) => new TextEncoder().encode(words);
  test.each([
    ['a photo', makeJpeg(), undefined],
    ['an empty file', Promise.resolve(text('')), 'not-on-phone'],
    ['a file of 40 MB', Promise.resolve(new Uint8Array(40_000_000)), 'too-big'],
    ['an executable named as a photo', Promise.resolve(text(`MZ${'\0'.repeat(200)}`)), 'not-a-photo'],
    ['a drawing with a script', Promise.resolve(text('<svg><script>alert(1)</script></svg>')), 'not-a-photo'],
    ['a PNG that unfolds to 10 GB', Promise.resolve(makePngBomb()), 'too-many-pixels'],
    ['a JPEG that unfolds to 10 GB', makeJpegBomb(), 'too-many-pixels'],
    ['only the head of a photo', makeJpeg().then((bytes) => bytes.subarray(0, 60)), 'unreadable'],
  ])('%s', async (_, made, expected) => {
    const file = new File([new Uint8Array(await made)], 'ktp.jpg', { type: 'image/jpeg' });
    expect(await judgeFile(file)).toBe(expected);
  });
});

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { heicSizeOf, isHeic } from '../../../src/domain/photo/heic';
import { whyUnopened } from '../../../src/offline/store/photo/why-unopened';
import { judgeFile } from '../../../src/web/resident/photos/judge-file';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const u32 = (value: number) =>
  String.fromCharCode(value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
const ispe = (width: number, height: number) => `${u32(20)}ispe${u32(0)}${u32(width)}${u32(height)}`;
/** The head of a HEIC file as an iPhone writes it: its brand, and the sizes of tile, preview and whole. */
const heic = (brand: string, ...sizes: string[]) =>
  bytesOf(`${u32(24)}ftyp${brand}${u32(0)}mif1heic${u32(400)}meta${sizes.join('ipco')}iii`);

/** A file that the phone lists and cannot read, as one in the cloud. */
function unreadable(name: string): File {
  const fail = () => Promise.reject(new DOMException('The file could not be read', name));
  const file = new File(['x'], 'ktp.jpg');
  Object.defineProperty(file, 'slice', { value: () => ({ arrayBuffer: fail }) });
  return file;
}

describe('a photo that lies in the cloud', () => {
  test.each(['NotReadableError', 'NotFoundError', 'AbortError'])('is told by a %s', async (name) => {
    await expect(judgeFile(unreadable(name))).rejects.toThrow();
    expect(await whyUnopened(unreadable(name))).toBe('not-on-phone');
  });

  test('is told by its size of 0', async () => {
    expect(await judgeFile(new File([], 'ktp.jpg'))).toBe('not-on-phone');
    expect(await whyUnopened(new File([], 'ktp.jpg'))).toBe('not-on-phone');
  });
});

describe('a HEIC photo', () => {
  test.each(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'])(
    'of brand %s is one, whatever its name',
    async (brand) => {
      const file = new File([heic(brand, ispe(512, 512), ispe(4032, 3024))], 'ktp.jpg', {
        type: 'image/jpeg',
      });
      expect(await judgeFile(file)).toBeUndefined();
      expect(await whyUnopened(file)).toBe('heic');
    },
  );

  test('names its size by its largest part, so that one of 10 GB is not opened', async () => {
    expect(heicSizeOf(heic('heic', ispe(512, 512), ispe(4032, 3024), ispe(320, 240)))).toEqual({
      width: 4032,
      height: 3024,
    });
    expect(await judgeFile(new File([heic('heic', ispe(50_000, 50_000))], 'a.heic'))).toBe('too-many-pixels');
    expect(await judgeFile(new File([heic('heic')], 'a.heic'))).toBe('heic');
  });

  test('is no JPEG, video or text that only looks a little like one', async () => {
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const others = [new Uint8Array(jpeg), heic('isom'), heic('mp42'), bytesOf('ftypheic'), bytesOf('')];
    for (const bytes of others) expect(isHeic(bytes)).toBe(false);
    expect(await whyUnopened(new File([new Uint8Array(jpeg)], 'a.heic'))).toBe('unreadable');
    for (const bytes of [bytesOf(''), bytesOf('i'), bytesOf('ispe'), heic('heic').subarray(0, 14)])
      expect(heicSizeOf(bytes)).toBeUndefined();
  });
});

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Makes a JPEG from a phone held upright (EXIF orientation 6), with a GPS position that nobody may learn. */
export async function makeJpeg({ width = 400, height = 300, quality = 60 } = {}): Promise<Buffer> {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#884422',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .withExif({
      IFD0: { Make: 'Contoh Kamera' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '5/1 7/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality })
    .toBuffer();
}

/** Makes a few bytes that claim to be a picture of 60,000 by 60,000 pixels: 10 GB when decoded. */
export function makePngBomb(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(60_000, 0);
  head.writeUInt32BE(60_000, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1_000))), chunk('IEND')];
  return Buffer.concat([signature, ...chunks]);
}

/** Makes a JPEG with the same claim: the size is in its frame header (SOF0). */
export async function makeJpegBomb(): Promise<Buffer> {
  const bytes = await makeJpeg();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(60_000, frame + 5);
  bytes.writeUInt16BE(60_000, frame + 7);
  return bytes;
}

export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crcOf(named));
  return Buffer.concat([length, named, sum]);
}

/** CRC-32 as PNG uses it (ISO 3309). */
function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Makes a square PNG of one colour and `side` pixels, with one or two bytes for each of its four samples. */
export function makePng(side: number, colourspace: 'srgb' | 'rgb16' = 'srgb'): Promise<Buffer> {
  const create = { width: side, height: side, channels: 4, background: '#336699' } as const;
  return sharp({ create }).toColourspace(colourspace).png({ compressionLevel: 9 }).toBuffer();
}

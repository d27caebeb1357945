import type { Sharp } from 'sharp';
import { pictureKindOf } from '../../../domain/photo/picture-kind';
import { type ResidentResult, refuse } from '../../../domain/result';

/** The longest side of a stored photo, in pixels: a page of A4 stays readable. */
const MAX_SIDE = 1_600;
/**
 * Well over what the app writes (1,600 px on the longest side): a file that claims more is not decoded. The
 * bytes count apart from the pixels, since a PNG may take eight for each, and an interlaced or progressive
 * picture is held whole.
 */
const MAX_PIXELS = 4_500_000;
const MAX_DECODED_BYTES = 18_000_000;
/** Bytes of one sample, by the depth that the header tells; one where it is none of these. */
const SAMPLE_BYTES: Readonly<Record<string, number>> = { ushort: 2, short: 2, float: 4 };
const QUALITY = 82;
const TIMEOUT_S = 20;
/**
 * Photos are redrawn one at a time, since the server is small and answers others meanwhile. Beyond this many
 * waiting, phones are told to come back later.
 */
const MAX_WAITING = 8;
const BUSY_RETRY_S = 5;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Redraws a picture as an upright JPEG of at most 1,600 px on its longest side. Only what is visible is left
 * of the file: no metadata, no location, no hidden content. Runs outside the event loop, one picture at a
 * time in a process.
 */
export async function redrawPhoto(bytes: Buffer): Promise<ResidentResult<{ readonly image: Buffer }>> {
  if (pictureKindOf(bytes) === undefined) return refuse('photo-not-an-image');
  if (waiting >= MAX_WAITING) return refuse('server-busy', { retryAfterSeconds: BUSY_RETRY_S });
  waiting += 1;
  const turn = last.then(() => redraw(bytes));
  // The next picture gets its turn even if this one fails.
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}

async function redraw(bytes: Buffer): Promise<ResidentResult<{ readonly image: Buffer }>> {
  const open = await loadDecoder();
  try {
    // Reads only the file's header.
    const { width, height, channels, depth } = await open(bytes, false).metadata();
    const decoded = width * height * channels * (SAMPLE_BYTES[depth] ?? 1);
    if (width * height > MAX_PIXELS || decoded > MAX_DECODED_BYTES) return refuse('photo-too-many-pixels');
    const image = await open(bytes, MAX_PIXELS)
      .autoOrient()
      .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: TIMEOUT_S })
      .toBuffer();
    return { ok: true, image };
  } catch {
    return refuse('photo-unreadable');
  }
}

type Open = (bytes: Buffer, limitInputPixels: number | false) => Sharp;
let decoder: Promise<Open> | undefined;

/** Loads the decoder with the first photo: a server that gets none does not spend memory on it. */
function loadDecoder(): Promise<Open> {
  decoder ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    // Of all formats that the library reads, only those that a photo can have are allowed.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    return (bytes, limitInputPixels) =>
      sharp(bytes, { failOn: 'error', limitInputPixels, sequentialRead: true });
  });
  return decoder;
}

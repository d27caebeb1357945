import { type PictureKind, pictureKindOf } from '../../../domain/photo/picture-kind';

export type PictureSize = { readonly width: number; readonly height: number };

/** JPEG markers without a length: fill bytes, TEM, RST0-7 and SOI (ITU T.81, table B.1). */
const MARKER = 0xff;
const SOI = 0xd8;
const SOS = 0xda;
/** The codes between SOF0 and SOF15 that are not frames: DHT, JPG, DAC. */
const NOT_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

/**
 * Returns width and height as the head of a file states them, so that a picture too large for this phone is
 * never opened. Returns `undefined` when the file is no JPEG, PNG or WebP, or its head does not state them.
 */
export function pictureSizeOf(head: Uint8Array<ArrayBuffer>): PictureSize | undefined {
  const kind = pictureKindOf(head);
  if (kind === undefined) return undefined;
  try {
    const size = readers[kind](new DataView(head.buffer, head.byteOffset, head.byteLength));
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    // The head ends before the size.
    return undefined;
  }
}

const readers: Readonly<Record<PictureKind, (view: DataView) => PictureSize | undefined>> = {
  jpeg: jpegSize,
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  webp: webpSize,
};

function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== MARKER) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === MARKER) {
      at += 1;
    } else if (isFrame(marker)) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    } else if (marker === SOS || marker === SOI) {
      return undefined;
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return undefined;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker);
}

/** RFC 9649: the lossy, lossless and extended forms each encode the size differently. */
function webpSize(view: DataView): PictureSize | undefined {
  const form = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (form === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (form === 'VP8X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  return undefined;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** Brands of HEIF with HEVC pictures, as iPhones and some Androids write them (ISO/IEC 23008-12, annex B). */
const BRANDS = /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/;
const BRAND_AT = 8;

/** This many leading bytes are enough to tell. */
export const HEIC_HEAD_BYTES = 12;

/**
 * Whether a file is a HEIC picture, by its `ftyp` box. Safari opens them, most other browsers do not; they are
 * drawn again as JPEG like every photo.
 */
export function isHeic(bytes: Uint8Array): boolean {
  return textAt(bytes, 4) === 'ftyp' && BRANDS.test(textAt(bytes, BRAND_AT));
}

/**
 * Returns the largest size in pixels that a HEIC file names (its `ispe` boxes: the whole, its tiles and a
 * preview) in its head; `undefined` where it names none.
 */
export function heicSizeOf(
  head: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  let largest: { readonly width: number; readonly height: number } | undefined;
  // A box: its length and name, version and flags, then the two sides, four bytes each.
  for (let at = head.indexOf(LETTER_I); at >= 0; at = head.indexOf(LETTER_I, at + 1)) {
    if (at + 16 > head.length || textAt(head, at) !== 'ispe') continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    const isLarger = size.width * size.height > (largest?.width ?? 0) * (largest?.height ?? 0);
    if (isLarger) largest = size;
  }
  return largest;
}

const LETTER_I = 0x69;

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

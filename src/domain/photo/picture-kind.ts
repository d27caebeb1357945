export type PictureKind = 'jpeg' | 'png' | 'webp';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];
const WEBP_AT = 8;

/** This many leading bytes are enough to tell the kind. */
export const PICTURE_HEAD_BYTES = 12;

/** Tells a file's kind by its first bytes, whatever its name says; only JPEG, PNG and WebP are accepted. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | undefined {
  if (beginsWith(bytes, JPEG)) return 'jpeg';
  if (beginsWith(bytes, PNG)) return 'png';
  if (beginsWith(bytes, RIFF) && beginsWith(bytes.subarray(WEBP_AT), WEBP)) return 'webp';
  return undefined;
}

function beginsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}

import { MAX_PHOTO_BYTES } from '../../../../domain/photo/photo';

/** Longest side in pixels, and JPEG quality, the best first; the first that fits is sent. */
const STEPS = [
  { side: 1_600, quality: 0.8 },
  { side: 1_600, quality: 0.6 },
  { side: 1_280, quality: 0.6 },
  { side: 1_024, quality: 0.5 },
  { side: 800, quality: 0.4 },
] as const;

/**
 * Returns the camera's picture as a JPEG that the server accepts: upright, small, and without metadata, so
 * without its place. Returns `undefined` when the picture cannot be opened.
 */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (picture === undefined) return undefined;
  try {
    for (const { side, quality } of STEPS) {
      const jpeg = await draw(picture, side, quality);
      if (jpeg !== undefined && jpeg.size <= MAX_PHOTO_BYTES) return new Uint8Array(await jpeg.arrayBuffer());
    }
    return undefined;
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob | undefined> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return Promise.resolve(undefined);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality));
}

import { compressPhoto } from './compress-photo';
import { boxOf, type Cut } from './cut';
import { type Doubt, doubtsOf } from './measure-picture';

/** Long side of the working picture, in pixels: leaves room to cut, and is small enough for any phone. */
const WORK_SIDE = 2_400;
/** Long side of the copy that is measured, in pixels. */
const MEASURE_SIDE = 640;

/** Opens the picture of a file, upright. Rejects when it cannot be opened. */
export async function openPicture(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await openBitmap(file);
  if (bitmap === undefined) return openImage(file);
  try {
    return drawn(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

/** Returns `undefined` where the browser has no `createImageBitmap` or does not take these options. */
async function openBitmap(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

/** Uses the older way, in which the browser turns the image upright itself. */
async function openImage(file: Blob): Promise<HTMLCanvasElement> {
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return drawn(image, image.naturalWidth, image.naturalHeight);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Copies the current frame of the camera. */
export function takeFrame(video: HTMLVideoElement): HTMLCanvasElement {
  return drawn(video, video.videoWidth, video.videoHeight);
}

function drawn(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(1, WORK_SIDE / Math.max(width, height));
  const canvas = newCanvas(width * scale, height * scale);
  contextOf(canvas).drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Returns the picture turned right by 90 degrees. */
export function turnRight(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = newCanvas(source.height, source.width);
  const context = contextOf(canvas);
  context.translate(canvas.width, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(source, 0, 0);
  return canvas;
}

/** Returns what the cut leaves, scaled down to a long side of at most `side` pixels. */
export function cutOut(source: HTMLCanvasElement, cut: Cut, side: number): HTMLCanvasElement {
  const box = boxOf(cut, source.width, source.height);
  const scale = Math.min(1, side / Math.max(box.width, box.height));
  const canvas = newCanvas(box.width * scale, box.height * scale);
  const { x, y, width, height } = box;
  contextOf(canvas).drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * Writes a new JPEG without the metadata of the camera's file. Returns `undefined` when none is small enough.
 */
export function writePhoto(
  source: HTMLCanvasElement,
  cut: Cut,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return compressPhoto(
    ({ side, quality }) =>
      new Promise((resolve) => cutOut(source, cut, side).toBlob(resolve, 'image/jpeg', quality)),
  );
}

/** Returns why what the cut leaves may be hard to read. */
export function doubtsAbout(source: HTMLCanvasElement, cut: Cut): Doubt[] {
  const box = boxOf(cut, source.width, source.height);
  const small = cutOut(source, cut, MEASURE_SIDE);
  const pixels = contextOf(small).getImageData(0, 0, small.width, small.height);
  return doubtsOf(pixels, Math.max(box.width, box.height));
}

/** Makes a white canvas, because a JPEG has no transparency. */
function newCanvas(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = contextOf(canvas);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no 2D canvas');
  context.imageSmoothingQuality = 'high';
  return context;
}

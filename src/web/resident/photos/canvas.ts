import { compressPhoto } from './compress-photo';
import { boxOf, type Cut } from './cut';
import { type Doubt, doubtsOf } from './measure-picture';

/** Long side of the picture that is worked on: room to cut, and little enough for any phone. */
const WORK_SIDE = 2_400;
/** Long side of the copy that is measured. */
const MEASURE_SIDE = 640;

/** The picture of a file, upright as its camera was held. Rejects when it does not open. */
export async function openPicture(file: Blob): Promise<HTMLCanvasElement> {
  const bitmap = await openBitmap(file);
  if (bitmap === undefined) return openImage(file);
  try {
    return drawn(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

/** `undefined` where the browser has none, or not with these wishes. */
async function openBitmap(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

/** The older way; such an image stands upright by itself. */
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

/** What a camera shows now. */
export function takeFrame(video: HTMLVideoElement): HTMLCanvasElement {
  return drawn(video, video.videoWidth, video.videoHeight);
}

function drawn(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(1, WORK_SIDE / Math.max(width, height));
  const canvas = newCanvas(width * scale, height * scale);
  contextOf(canvas).drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The same picture a quarter to the right. */
export function turnRight(source: HTMLCanvasElement): HTMLCanvasElement {
  const canvas = newCanvas(source.height, source.width);
  const context = contextOf(canvas);
  context.translate(canvas.width, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(source, 0, 0);
  return canvas;
}

/** What the cut leaves, at most `side` pixels long. */
export function cutOut(source: HTMLCanvasElement, cut: Cut, side: number): HTMLCanvasElement {
  const box = boxOf(cut, source.width, source.height);
  const scale = Math.min(1, side / Math.max(box.width, box.height));
  const canvas = newCanvas(box.width * scale, box.height * scale);
  const { x, y, width, height } = box;
  contextOf(canvas).drawImage(source, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A JPEG drawn anew, without anything that the camera noted beside the picture; `undefined` when none fits. */
export function writePhoto(
  source: HTMLCanvasElement,
  cut: Cut,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return compressPhoto(
    ({ side, quality }) =>
      new Promise((resolve) => cutOut(source, cut, side).toBlob(resolve, 'image/jpeg', quality)),
  );
}

/** Why what the cut leaves may be hard to read. */
export function doubtsAbout(source: HTMLCanvasElement, cut: Cut): Doubt[] {
  const box = boxOf(cut, source.width, source.height);
  const small = cutOut(source, cut, MEASURE_SIDE);
  const pixels = contextOf(small).getImageData(0, 0, small.width, small.height);
  return doubtsOf(pixels, Math.max(box.width, box.height));
}

/** On white, as a JPEG has nothing to see through. */
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
  if (context === null) throw new Error('this browser draws no pictures');
  context.imageSmoothingQuality = 'high';
  return context;
}

import { MAX_PHOTO_BYTES } from '../../../domain/photo/photo';

/** How a photo is written: its long side in pixels, and its JPEG quality from 0 to 1. */
export type Step = { readonly side: number; readonly quality: number };

/** Lowers quality before size, because letters stay readable at low quality. */
const STEPS: readonly Step[] = [1_600, 1_280, 1_024, 800].flatMap((side) =>
  [0.85, 0.75, 0.65, 0.55].map((quality) => ({ side, quality })),
);

/**
 * Returns the photo written at the best step that fits the server's limit; `undefined` when none fits or
 * nothing can be written.
 */
export async function compressPhoto(
  encode: (step: Step) => Promise<Blob | null>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const step of STEPS) {
    const written = await encode(step);
    if (written === null) return undefined;
    if (written.size <= MAX_PHOTO_BYTES) return new Uint8Array(await written.arrayBuffer());
  }
  return undefined;
}

import { MAX_PHOTO_BYTES } from '../../../domain/photo/photo';

/** How to write a photo: its long side in pixels, and the quality of a JPEG from 0 to 1. */
export type Step = { readonly side: number; readonly quality: number };

/** Quality goes first, as letters stay readable; size only then. */
const STEPS: readonly Step[] = [1_600, 1_280, 1_024, 800].flatMap((side) =>
  [0.85, 0.75, 0.65, 0.55].map((quality) => ({ side, quality })),
);

/** The best of these steps that fits what the server takes; `undefined` when none does, or nothing can be written. */
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

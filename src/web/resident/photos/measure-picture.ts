/**
 * Why a photo may be hard to read; the words are under `photos.doubt.<doubt>`. A doubt never prevents using
 * the photo.
 */
export type Doubt = 'small' | 'dark' | 'blurred';

/** Long side in pixels below which small print is unreadable. */
const MIN_SIDE = 700;
/** Mean brightness, from 0 to 255, below which a photo is dark. */
const MIN_BRIGHTNESS = 60;
/**
 * How strongly the sharpest pixels must differ from their neighbours, from 0 to 1020. A page of print 1,600
 * pixels long reaches over 200, over 60 and under 30 when blurred by 1.5, 3 and 5 pixels; the last is
 * unreadable.
 */
const MIN_SHARPNESS = 45;
/** The share of pixels that counts as the sharpest: small, because a page may hold little print. */
const SHARPEST_SHARE = 0.001;
const MAX_DIFFERENCE = 1_020;

export type Pixels = {
  /** Red, green, blue and opacity of each pixel, row by row, each 0 to 255. */
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
};

/**
 * Returns what makes this picture hard to read. `longSide`: pixels of the photo itself, of which `pixels` may
 * be a smaller copy.
 */
export function doubtsOf(pixels: Pixels, longSide: number): Doubt[] {
  const light = lightOf(pixels);
  const doubts: Doubt[] = [];
  if (longSide < MIN_SIDE) doubts.push('small');
  if (meanOf(light) < MIN_BRIGHTNESS) doubts.push('dark');
  else if (sharpnessOf(light, pixels.width, pixels.height) < MIN_SHARPNESS) doubts.push('blurred');
  return doubts;
}

/** Returns the brightness of each pixel as the eye sees it (ITU-R BT.601). */
function lightOf({ data, width, height }: Pixels): Float32Array {
  const light = new Float32Array(width * height);
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = [data[pixel * 4], data[pixel * 4 + 1], data[pixel * 4 + 2]];
    light[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return light;
}

/** Returns the Laplacian of brightness that the sharpest pixels reach. */
function sharpnessOf(light: Float32Array, width: number, height: number): number {
  const counts = new Uint32Array(MAX_DIFFERENCE + 1);
  let left = Math.max(1, (width - 2) * (height - 2) * SHARPEST_SHARE);
  const at = (index: number) => light[index] ?? 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const here = y * width + x;
      const around = at(here - 1) + at(here + 1) + at(here - width) + at(here + width);
      const difference = Math.min(MAX_DIFFERENCE, Math.round(Math.abs(4 * at(here) - around)));
      counts[difference] = (counts[difference] ?? 0) + 1;
    }
  }
  for (let difference = MAX_DIFFERENCE; difference > 0; difference -= 1) {
    left -= counts[difference] ?? 0;
    if (left <= 0) return difference;
  }
  return 0;
}

function meanOf(light: Float32Array): number {
  return light.length === 0 ? 0 : light.reduce((sum, value) => sum + value, 0) / light.length;
}

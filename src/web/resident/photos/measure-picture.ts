/** Why a photo may be hard to read; said in words under `photos.doubt.<doubt>`, never in the way. */
export type Doubt = 'small' | 'dark' | 'blurred';

/** Long side in pixels below which small print is lost. */
const MIN_SIDE = 700;
/** Mean brightness of 0 to 255. */
const MIN_BRIGHTNESS = 60;
/** Variance of the Laplacian of brightness: how strongly neighbouring pixels differ. Print in focus has hundreds. */
const MIN_SHARPNESS = 30;

export type Pixels = {
  /** Red, green, blue and opacity of each pixel, row by row, each 0 to 255. */
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
};

/** What makes this picture hard to read. `longSide`: pixels of the photo itself, of which `pixels` may be a smaller copy. */
export function doubtsOf(pixels: Pixels, longSide: number): Doubt[] {
  const light = lightOf(pixels);
  const doubts: Doubt[] = [];
  if (longSide < MIN_SIDE) doubts.push('small');
  if (meanOf(light) < MIN_BRIGHTNESS) doubts.push('dark');
  else if (sharpnessOf(light, pixels.width, pixels.height) < MIN_SHARPNESS) doubts.push('blurred');
  return doubts;
}

/** Brightness of each pixel as an eye sees it (ITU-R BT.601). */
function lightOf({ data, width, height }: Pixels): Float32Array {
  const light = new Float32Array(width * height);
  for (let pixel = 0; pixel < light.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = [data[pixel * 4], data[pixel * 4 + 1], data[pixel * 4 + 2]];
    light[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return light;
}

function sharpnessOf(light: Float32Array, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  const at = (index: number) => light[index] ?? 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const here = y * width + x;
      const edge = 4 * at(here) - at(here - 1) - at(here + 1) - at(here - width) - at(here + width);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  if (count === 0) return 0;
  return squares / count - (sum / count) ** 2;
}

function meanOf(light: Float32Array): number {
  return light.length === 0 ? 0 : light.reduce((sum, value) => sum + value, 0) / light.length;
}

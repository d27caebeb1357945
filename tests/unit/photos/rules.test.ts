import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { MAX_PHOTO_BYTES } from '../../../src/domain/photo/photo';
import { compressPhoto, type Step } from '../../../src/web/resident/photos/compress-photo';
import { boxOf, moveEdge, NO_CUT, turnCut } from '../../../src/web/resident/photos/cut';
import { doubtsOf } from '../../../src/web/resident/photos/measure-picture';

describe('compressing a photo', () => {
  /** The bytes grow with the pixels and with the quality, as those of a real photo do. */
  const sizeOf = ({ side, quality }: Step, weight: number) => Math.round(side * side * quality * weight);

  test.each([
    ['a light picture stays large and fine', 0.1, 1, 0.85],
    ['a heavier picture loses quality before size', 0.18, 1, 0.65],
    ['a heavy picture loses size', 0.3, 0.8, 0.55],
  ])('%s', async (_, weight, share, quality) => {
    const tried: Step[] = [];
    const bytes = await compressPhoto(async (step) => {
      tried.push(step);
      return new Blob([new Uint8Array(sizeOf(step, weight))]);
    });
    expect(bytes?.length).toBeLessThanOrEqual(MAX_PHOTO_BYTES);
    expect(tried.at(-1)).toEqual({ side: 1_600 * share, quality });
  });

  test('a photo that never fits, or cannot be written, is not kept', async () => {
    expect(await compressPhoto(async () => new Blob([new Uint8Array(400_000)]))).toBeUndefined();
    expect(await compressPhoto(async () => null)).toBeUndefined();
  });
});

describe('cutting a photo', () => {
  const times = (count: number, cut = NO_CUT) =>
    Array.from({ length: count }).reduce<typeof cut>((before) => moveEdge(before, 'top', 'more'), cut);

  test('an edge moves by presses, never outside the picture nor past the opposite edge', () => {
    expect(times(2)).toEqual({ ...NO_CUT, top: 10 });
    expect(moveEdge(times(2), 'top', 'less').top).toBe(5);
    expect(moveEdge(NO_CUT, 'left', 'less')).toEqual(NO_CUT);
    expect(times(40).top).toBe(80);
    expect(times(40, { ...NO_CUT, bottom: 40 }).top).toBe(40);
  });

  test('the part that is left is measured in whole pixels', () => {
    expect(boxOf({ top: 10, bottom: 20, left: 5, right: 0 }, 1_000, 500)).toEqual({
      x: 50,
      y: 50,
      width: 950,
      height: 350,
    });
  });

  test('a turned picture keeps its cut, and four turns change nothing', () => {
    const cut = { top: 5, bottom: 10, left: 15, right: 20 };
    expect(turnCut(cut)).toEqual({ top: 15, right: 5, bottom: 20, left: 10 });
    expect(turnCut(turnCut(turnCut(turnCut(cut))))).toEqual(cut);
  });
});

/** Draws a sheet of print as a phone sees it, at the size at which the app measures it. */
async function sheet(lines: number, blur: number, light = 1) {
  const rows = Array.from({ length: lines }, (_, line) => {
    const bars = Array.from({ length: 40 }, (__, bar) => `M${120 + bar * 30} ${180 + line * 42}v24`);
    return bars.join('');
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1131"><rect width="1600" height="1131"
    fill="#f4f1ea"/><path d="${rows.join('')}" stroke="#222" stroke-width="6"/></svg>`;
  const drawn = sharp(Buffer.from(svg)).flatten().linear(light, 0);
  const whole = await (blur > 0 ? drawn.blur(blur) : drawn).png().toBuffer();
  const { data, info } = await sharp(whole)
    .resize(640, 640, { fit: 'inside' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

describe('doubts about whether a photo can be read', () => {
  test.each([
    ['a sharp sheet in the light', sheet(22, 0), 1_600, []],
    ['a sheet with little print', sheet(1, 0), 1_600, []],
    ['a sheet not quite in focus', sheet(22, 1.5), 1_600, []],
    ['a sheet out of focus', sheet(22, 6), 1_600, ['blurred']],
    ['a sheet out of focus with little print', sheet(1, 6), 1_600, ['blurred']],
    ['a sheet in the dark', sheet(22, 0, 0.15), 1_600, ['dark']],
    ['a small photo', sheet(22, 0), 400, ['small']],
    ['a small photo in the dark', sheet(22, 0, 0.15), 400, ['small', 'dark']],
  ])('judges %s', async (_, pixels, longSide, doubts) => {
    expect(doubtsOf(await pixels, longSide)).toEqual(doubts);
  });
});

// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import jsQR from 'jsqr';
import { afterEach, expect, it } from 'vitest';
import { fragmentOf, makeTransferLink, readTransferLink } from '../../../src/offline/transfer/transfer-link';
import { followLinkOf } from '../../../src/web/resident/visits/follow/share-text';
import { QrCode } from '../../../src/web/ui/qr-code/qr-code';
import { TOKEN } from '../visits/make-visit';
import { renderUi } from './render-ui';

afterEach(cleanup);

const SCALE = 6;

/** Draws the squares as a camera would see them. */
function picture(svg: Element): { pixels: Uint8ClampedArray; side: number } {
  const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of (svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const start = (row * side + Number(x) * SCALE) * 4;
      for (let at = 0; at < SCALE * 4; at += 4) pixels.set([0, 0, 0, 255], start + at);
    }
  }
  return { pixels, side };
}

const LINKS = [
  ['a follow link', followLinkOf(TOKEN, 'https://mpp.contoh.go.id')],
  ['a transfer link', `https://mpp.contoh.go.id/pindah#${fragmentOf(makeTransferLink())}`],
] as const;

it.each(LINKS)('draws a code that reads back as %s', async (_name, link) => {
  renderUi(<QrCode text={link} title="Kode" />);
  const { pixels, side } = picture(await screen.findByRole('img', { name: 'Kode' }));
  expect(jsQR(pixels, side, side)?.data).toBe(link);
});

it('reads the transfer link from a whole address or its end alone, and nothing from any other text', () => {
  const link = makeTransferLink();
  expect(readTransferLink(`https://mpp.contoh.go.id/pindah#${fragmentOf(link)}`)).toEqual(link);
  expect(readTransferLink(fragmentOf(link))).toEqual(link);
  for (const text of ['', '#', 'https://contoh.id/', fragmentOf(link).slice(1), `${fragmentOf(link)}x`]) {
    expect(readTransferLink(text)).toBeUndefined();
  }
});

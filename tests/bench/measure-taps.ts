import { fillInRequest } from '../e2e/support/fill-in-request';
import type { Figure } from './figure';
import { withPhone } from './open-browser';

/**
 * Counts the presses that a returning resident needs in simple mode, from the first page to "Kirim", as the
 * page saw them.
 */
export function measureTaps(url: string): Promise<Figure[]> {
  return withPhone({}, async (context) => {
    const page = await context.newPage();
    await page.goto(`${url}/ajukan`);
    await fillInRequest(page);
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await page
      .getByText(/Terjadwal/)
      .first()
      .waitFor();
    await page.goto(url);
    await page.getByRole('button', { name: 'Mode sederhana' }).click();
    await page.getByRole('button', { name: 'Pesan lagi seperti terakhir' }).waitFor();
    // Pages change within the one document, so the count goes on.
    await page.evaluate(() => {
      document.documentElement.dataset.taps = '0';
      addEventListener(
        'pointerdown',
        () => {
          const taps = Number(document.documentElement.dataset.taps) + 1;
          document.documentElement.dataset.taps = String(taps);
        },
        { capture: true },
      );
    });
    await page.getByRole('button', { name: 'Pesan lagi seperti terakhir' }).click();
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await page
      .getByText(/Terjadwal/)
      .first()
      .waitFor();
    const taps = Number(await page.evaluate(() => document.documentElement.dataset.taps));
    return [{ name: 'Returning resident, simple mode', value: taps, unit: 'taps', target: { atMost: 12 } }];
  });
}

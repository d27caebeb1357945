import { expect, type Page } from '@playwright/test';
import { fillInRequest, type Hand } from '../../e2e/support/fill-in-request';

const ANSWER_MS = 30_000;
/** As many forms as the app's request has pages, so that both walks have about as many taps. */
const FORMS = 8;

/** Books a visit in the app, from the first page until its date is on screen. */
export async function walkApp(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('link', { name: /Ajukan kunjungan/ }).first());
  await fillInRequest(page, { hand });
  await hand.press(page.getByRole('button', { name: 'Kirim permohonan' }));
  await expect(page.getByText(/Terjadwal|Daftar tunggu/).first()).toBeVisible({ timeout: ANSWER_MS });
}

/** Fills in the form of the bare page again and again, each time from its first page. */
export async function walkBare(page: Page, hand: Hand): Promise<void> {
  for (let form = 0; form < FORMS; form += 1) {
    await hand.press(page.getByRole('link', { name: 'Isi' }));
    await hand.write(page.getByRole('textbox', { name: 'Nama lengkap' }), 'Contoh Ibu');
    await hand.mark(page.getByRole('radio', { name: 'Orang tua saya' }));
    await hand.press(page.getByRole('button', { name: 'Lanjut' }));
  }
}

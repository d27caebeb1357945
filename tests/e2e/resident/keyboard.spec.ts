import { expect, type Page } from '@playwright/test';
import { fillInRequest } from '../support/fill-in-request';
import { test } from '../support/serve';

const MOST_PRESSES = 60;

/** Reads the words of the focused control; a field is named by its label. */
function readFocused(page: Page): Promise<{ name: string; isRadio: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const labels = at instanceof HTMLInputElement ? [...(at.labels ?? [])] : [at];
    const name = labels.map((label) => label?.textContent.trim() ?? '').join(' ');
    return { name, isRadio: at instanceof HTMLInputElement && at.type === 'radio' };
  });
}

/**
 * Presses Tab until the control whose name begins with `name` has the focus, as a person without a pointer
 * does.
 */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    if ((await readFocused(page)).name.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by Tab`);
}

/** Picks a radio button: Tab leads to the group, arrows lead through it. */
async function pick(page: Page, name: string): Promise<void> {
  for (let press = 0; press < MOST_PRESSES && !(await readFocused(page)).isRadio; press += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  for (let press = 0; press < MOST_PRESSES; press += 1) {
    if ((await readFocused(page)).name.startsWith(name)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${name} is not reached by arrows`);
}

async function goOn(page: Page, heading: string): Promise<void> {
  await tabTo(page, 'Lanjut');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
}

async function choose(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Space');
}

async function answer(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

test('a visit can be booked with the keyboard alone', async ({ page, server }) => {
  await page.goto(server.url);
  await tabTo(page, 'Ajukan kunjungan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ajukan kunjungan' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mulai isi' })).toBeVisible();
  await tabTo(page, 'Mulai isi');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kunjungan ini untuk siapa?' })).toBeFocused();
  await pick(page, 'Orang tua saya');
  await goOn(page, 'Siapa yang dilayani di rumah?');
  await answer(page, 'Nama lengkap', 'Contoh Warga');
  await answer(page, 'Tahun lahir', '1950');
  await goOn(page, 'Apa yang perlu kami siapkan?');
  await choose(page, 'Sulit mendengar');
  await goOn(page, 'Layanan apa yang dibutuhkan?');
  await choose(page, 'Akta kematian');
  await goOn(page, 'Siapkan berkas ini');
  await pick(page, 'Tidak');
  await goOn(page, 'Di mana rumahnya?');
  await answer(page, 'Jalan dan nomor rumah', 'Jalan Contoh 1');
  await answer(page, 'Kelurahan', 'ganjarasri');
  // The rows follow the typed text a moment later.
  await expect(page.getByText('1 pilihan')).toBeVisible();
  await pick(page, 'Kel. Ganjar Asri');
  await goOn(page, 'Kapan petugas boleh datang?');
  await pick(page, 'Kapan saja');
  await goOn(page, 'Siapa yang bisa kami hubungi?');
  await answer(page, 'Nama', 'Contoh Warga');
  await answer(page, 'Nomor telepon', '081234567890');
  await pick(page, 'WhatsApp');
  await goOn(page, 'Periksa jawaban Anda');
  await tabTo(page, 'Kirim permohonan');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('a visit can be booked, and nothing moves', async ({ page, server }) => {
    await page.goto(`${server.url}/ajukan`);
    await fillInRequest(page);
    const timed = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*'), (element) => getComputedStyle(element))
        .map((style) => `${style.transitionDuration} ${style.animationName}`)
        .filter((motion) => motion !== '0s none'),
    );
    expect(timed).toEqual([]);
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expect(page.getByText(/Terjadwal/).first()).toBeVisible();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});

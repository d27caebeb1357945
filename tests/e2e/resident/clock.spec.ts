import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { MONDAY_9 } from '../../support/test-server';
import { checkScreen } from '../support/check-screen';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { startCity } from '../support/start-city';

const DAY_MS = 86_400_000;
const WRONG = [
  ['2015', Date.parse('2015-06-01T03:00:00Z')],
  ['2031', Date.parse('2031-03-05T03:00:00Z')],
  // The visits of the test city are on the next day, so that a day ahead is later than all of them.
  ['one day ahead', MONDAY_9 + DAY_MS],
  ['two days ahead', MONDAY_9 + 2 * DAY_MS],
] as const;

let city: Awaited<ReturnType<typeof startCity>>;
test.beforeAll(async () => {
  city = await startCity();
});
test.afterAll(() => city.stop());

/** Forgets what the app learned of the server's time, as on a phone whose app is older than this. */
async function openWithoutTime(context: BrowserContext, page: Page): Promise<void> {
  // First offline: an answer on its way would tell the time again.
  await context.setOffline(true);
  await page.evaluate(() => localStorage.removeItem('mpp-clock'));
  await page.reload();
}

async function expectActions(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Terjadwal' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Pilih waktu lain' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Batalkan kunjungan' })).toBeVisible();
}

for (const [name, atMs] of WRONG) {
  test(`a phone whose clock says ${name} books a day, and may change and cancel it, as any other`, async ({
    context,
    page,
  }) => {
    test.slow();
    await page.clock.install({ time: atMs });
    await loadOnce(page, city.url);
    await page.goto(`${city.url}/ajukan`);
    await fillInRequest(page, { birthYear: '2020', hasPreference: true });
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expectActions(page);
    await expect(page.getByText('Menurut jam HP ini')).toBeHidden();

    // What the answers told is kept for a page that hears none.
    await context.setOffline(true);
    await page.reload();
    await expectActions(page);
    await expect(page.getByText('Menurut jam HP ini')).toBeHidden();
    // The clock is set again under the open page.
    for (const other of [atMs - 400 * DAY_MS, atMs + 400 * DAY_MS, MONDAY_9]) {
      await page.clock.setSystemTime(other);
      await page.getByRole('link', { name: 'Kembali' }).click();
      await page.getByRole('link', { name: /Akta kematian/ }).click();
      await expectActions(page);
    }
    await page.getByRole('button', { name: 'Batalkan kunjungan' }).click();
    await page.getByRole('button', { name: 'Ya, batalkan' }).click();
    await context.setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: 'Dibatalkan' })).toBeVisible();
  });

  test(`a phone whose clock says ${name} and that never heard the time warns and goes on`, async ({
    context,
    page,
  }) => {
    test.slow();
    await page.clock.install({ time: atMs });
    await loadOnce(page, city.url);
    await page.goto(`${city.url}/ajukan`);
    await openWithoutTime(context, page);
    const isEarly = atMs < Date.parse('2020-01-01');
    await fillInRequest(page, {
      birthYear: '2020',
      onPage: async (question) => {
        if (question.name !== 'kebutuhan') return;
        // The page before let the year pass; going back, its warning is there.
        await page.getByRole('link', { name: 'Kembali' }).click();
        const warning = page.getByText('tahun lahir itu belum terjadi');
        await expect(warning).toBeVisible({ visible: isEarly });
        if (isEarly) await checkScreen(page, 'jam-tahun');
        await page.getByRole('button', { name: 'Lanjut' }).click();
      },
    });
    await page.getByRole('button', { name: 'Kirim permohonan' }).click();
    await expect(page.getByText('Tersimpan di HP ini').first()).toBeVisible();
    await context.setOffline(false);
    await expectActions(page);
    await expect(page.getByText('Menurut jam HP ini')).toBeHidden();

    await openWithoutTime(context, page);
    await expectActions(page);
    const isLate = atMs > MONDAY_9;
    const doubt = page.getByText('Menurut jam HP ini');
    await expect(doubt).toBeVisible({ visible: isLate });
    if (isLate) await checkScreen(page, 'jam-terlambat');
    await context.setOffline(false);
    await expect(doubt).toBeHidden();
    await expectActions(page);
  });
}

import { expect, test } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { enterAsCrew, startDay } from '../support/crew-day';

/** Far above any version of this app; Dexie multiplies its versions by ten. */
const NEWER = 9_990;

test('a phone whose database comes from a newer app says so, and keeps what is in it', async ({ page }) => {
  const day = await startDay();
  try {
    await enterAsCrew(page, day);
    await page.getByRole('link', { name: 'Siti Contoh' }).click();
    await page.getByRole('button', { name: 'Berangkat' }).click();
    await expect(page.getByText('Dalam perjalanan')).toBeVisible();
    const count = (version?: number) =>
      page.evaluate(async (wanted) => {
        const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
        const name = names.find((one) => one.startsWith('mpp-crew-')) ?? '';
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name, wanted);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const rows = await new Promise<number>((resolve) => {
          const request = database.transaction('outbox').objectStore('outbox').count();
          request.onsuccess = () => resolve(request.result);
        });
        database.close();
        return rows;
      }, version);
    expect(await count(NEWER)).toBe(1);
    await page.goto(`${day.url}/petugas/tugas`);
    await expect(page.getByText(/disimpan oleh versi yang lebih baru/)).toBeVisible();
    await expect(page.locator('.skeleton')).toHaveCount(0);
    // Nobody can know that.
    await expect(page.getByText('Semua catatan terkirim')).toHaveCount(0);
    await checkScreen(page, 'petugas-simpanan');
    expect(await count()).toBe(1);
  } finally {
    await day.stop();
  }
});

import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { digestOf, makeJpeg } from '../../support/pictures';
import { newSecret } from '../../support/test-app';
import { submit } from '../../support/test-server';
import { checkScreen } from '../support/check-screen';
import { startCity } from '../support/start-city';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const TUESDAY_MORNING = { date: '2026-11-24', window: 'pagi' };
const WORDS = 'Foto terkena pantulan cahaya. Miringkan HP sedikit, lalu ambil foto lagi.';

/** Starts the product with one visit on Tuesday, for which a phone has sent two photos. */
async function startWithPhotos() {
  const city = await startCity();
  const { app } = city;
  const headers = { authorization: `Device ${newSecret()}` };
  const sync = async (commands: readonly object[]) => {
    const payload = { version: 1, cursor: null, commands };
    return (await app.inject({ method: 'POST', url: '/api/sync', headers, payload })).json();
  };
  const recipient = { name: 'Siti Contoh', birthYear: 1950 };
  const booking = submit({ recipient, services: ['kk'], preferences: [TUESDAY_MORNING] });
  await sync([booking]);
  for (const [index, requirementId] of ['kk', 'buku-nikah'].entries()) {
    const payload = await makeJpeg({ width: 600 + index, height: 800 });
    const photo = digestOf(payload);
    await app.inject({ method: 'PUT', url: `/api/photos/${photo}`, headers, payload });
    const { id, madeAt, bookingId } = { ...booking, id: randomUUID() };
    await sync([{ id, madeAt, name: 'attach-photo', bookingId, requirementId, photo }]);
  }
  city.server.setClock(TUESDAY_8);
  return {
    ...city,
    unit: await city.readUnit(),
    /** Lists the states of the photos as the phone that booked receives them, with their words. */
    heard: async () => {
      const photos: { state: string; words?: string }[] = (await sync([])).changes[0].photos;
      return photos.map(({ state, words = '' }) => `${state} ${words}`.trim()).sort();
    },
  };
}

/** How wide the page's last picture is, once it is drawn. */
function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => [...document.images].at(-1)?.naturalWidth ?? 0);
}

test('the desk judges a photo and the phone is told, and a crew sees photos offline and adds its own', async ({
  browser,
}) => {
  const city = await startWithPhotos();
  const queue = '/petugas/meja/permohonan?view=open';
  const desk = await city.openAs(browser, 'coordinator', queue, TUESDAY_8);
  await desk.getByRole('link', { name: 'Siti Contoh' }).click();
  await expect(desk.getByRole('heading', { name: 'Foto (2)' })).toBeVisible();
  await desk.locator('.photo-list__link').first().click();
  await expect(desk.getByRole('img')).toBeVisible();
  await desk.getByRole('button', { name: 'Putar' }).click();
  await desk.getByRole('button', { name: 'Perbesar' }).click();
  await desk.getByRole('button', { name: 'Belum terbaca' }).click();
  await desk.getByRole('radio', { name: 'Silau' }).check();
  await checkScreen(desk, 'desk-photo');
  await desk.getByRole('button', { name: 'Kirim ke warga' }).click();
  await expect(desk.getByText('Yang dibaca warga')).toBeVisible();
  expect(await city.heard()).toEqual(['received', `unreadable ${WORDS}`]);
  await desk.getByRole('link', { name: 'Foto berikutnya' }).click();
  await desk.getByRole('button', { name: 'Terbaca', exact: true }).click();
  await expect(desk.getByText('Terbaca', { exact: true })).toBeVisible();
  expect(await city.heard()).toEqual(['readable', `unreadable ${WORDS}`]);
  await desk.context().close();

  const crew = await city.openAs(browser, 'crew', '/petugas/tugas', TUESDAY_8, city.unit);
  const fetched = crew.waitForResponse((answer) => answer.url().includes('/api/staff/photos/'));
  await crew.getByRole('link', { name: 'Siti Contoh' }).click();
  await fetched;
  await expect(crew.getByRole('heading', { name: 'Foto (2)' })).toBeVisible();
  await crew.getByRole('link', { name: 'Tambah foto' }).click();
  await checkScreen(crew, 'crew-photo-consent', /Minta izin dulu/);
  await crew.context().setOffline(true);
  await crew.getByRole('button', { name: 'Ya, diizinkan' }).click();
  await checkScreen(crew, 'crew-photo-take', /Apa yang difoto/);
  const buffer = await makeJpeg({ width: 2_000, height: 1_500 });
  await crew.locator('input[type=file]').setInputFiles({ name: 'rumah.jpg', mimeType: 'image/jpeg', buffer });
  await expect(crew.getByText('Menunggu sinyal')).toBeVisible();
  await expect.poll(() => widthOf(crew)).toBe(1_200);
  await checkScreen(crew, 'crew-photo-own');
  const address = (await crew.locator('.visit-photo img').getAttribute('src')) ?? '';
  await crew.locator('.visit-photo__link').last().click();
  await expect.poll(() => widthOf(crew)).toBe(1_200);
  // The picture that was shown before is freed.
  expect(await crew.evaluate((url) => fetch(url).then(String, () => 'freed'), address)).toBe('freed');
  await crew.getByRole('link', { name: 'Kembali' }).click();
  await crew.locator('.visit-photo__link').first().click();
  await expect(crew.getByRole('img')).toBeVisible();
  await checkScreen(crew, 'crew-photo');
  await crew.getByRole('link', { name: 'Kembali' }).click();
  await crew.context().setOffline(false);
  await expect(crew.getByText('Menunggu sinyal')).toBeHidden();
  await expect(crew.locator('.visit-photo__link')).toHaveCount(3);
  await crew.context().close();
  await city.stop();
});

import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';
import { makeTeam } from '../support/staff-team';

const MARK = 'LATIHAN – bukan data sungguhan';
const PASSWORD = 'jendela bambu menyanyi pelan';

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** Checks that the page says what it is on the screen, in the window's title and in print. */
async function expectMarked(page: Page): Promise<void> {
  const mark = page.getByText(MARK);
  await expect(mark).toBeInViewport();
  await expect(page).toHaveTitle(/^LATIHAN – /);
  await page.emulateMedia({ media: 'print' });
  await expect(mark).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
}

test('one press opens a practice city, marked everywhere and apart from the real one', async ({
  browser,
  freshServer: server,
}) => {
  test.slow();
  const { admin } = await makeTeam(server);
  const storageState = await admin.storageState();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    baseURL: server.url,
    storageState,
  });
  const real = await context.newPage();
  await real.goto('/petugas/latihan');
  await press(real, 'Mulai latihan');
  await expect(real.getByText('Latihan sedang dibuka')).toBeVisible({ timeout: 60_000 });
  await expect(real.getByText(MARK)).toHaveCount(0);
  await checkScreen(real, 'petugas-latihan');
  const links = real.locator('.link-text');
  const link = (await links.nth(1).textContent()) ?? '';
  const url = new URL(link).origin;
  expect(url).not.toBe(server.url);

  const home = await context.newPage();
  await test.step("the resident's app, with and without a connection", async () => {
    await home.goto(url);
    await expectMarked(home);
    await checkScreen(home, 'latihan-beranda');
    await home.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await home.goto(`${url}/ajukan`);
    await expect(home.getByRole('heading', { level: 1 })).toBeVisible();
    await expectMarked(home);
    await context.setOffline(false);
  });

  await test.step('the staff app: a link lets its role in, in the browser of an admin of the real city', async () => {
    const desk = await context.newPage();
    await desk.goto(link);
    await desk.getByLabel('Kata sandi baru').fill(PASSWORD);
    await press(desk, 'Simpan dan masuk');
    // The invitation shows the name too: only the menu says that the coordinator is in.
    await expect(desk.getByRole('navigation', { name: 'Menu utama' })).toBeVisible();
    await expect(desk.getByText('Koordinator Latihan')).toBeVisible();
    await desk.goto(`${url}/petugas/meja/permohonan`);
    await expect(desk.getByText(/Warga Latihan \d/).first()).toBeVisible();
    await expectMarked(desk);
    await checkScreen(desk, 'latihan-meja');
    await desk
      .getByText(/Warga Latihan \d/)
      .first()
      .click();
    await desk.evaluate(() => {
      window.print = () => document.body.classList.add('printed');
    });
    await press(desk, 'Cetak untuk warga');
    await expect(desk.locator('body.printed > .ticket-sheet')).toBeAttached();
    await desk.emulateMedia({ media: 'print' });
    await expect(desk.locator('.ticket-sheet')).toBeVisible();
    await expect(desk.getByText(MARK)).toBeVisible();
    await desk.emulateMedia({ media: 'screen' });
    await desk.goto(`${url}/petugas/meja/permohonan`);
    await desk.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await context.setOffline(true);
    await desk.reload();
    await expectMarked(desk);
    await context.setOffline(false);
    await real.reload();
    await expect(real.getByText('Admin Contoh')).toBeVisible();
  });

  await test.step('restarted it has other links, and ended it is gone', async () => {
    await press(real, 'Mulai ulang');
    await real.getByRole('dialog').getByRole('button', { name: 'Mulai ulang' }).click();
    await expect(links.nth(1)).not.toHaveText(link, { timeout: 60_000 });
    await press(real, 'Akhiri latihan');
    await real.getByRole('dialog').getByRole('button', { name: 'Akhiri latihan' }).click();
    await expect(real.getByText('Latihan belum dibuka.')).toBeVisible();
    await checkScreen(real, 'petugas-latihan-ditutup');
  });
  await context.close();
});

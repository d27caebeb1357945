import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startServer } from '../../support/start-server';
import { countSends } from '../support/count-sends';
import { fillInRequest } from '../support/fill-in-request';
import { loadOnce } from '../support/load-once';
import { test } from '../support/serve';
import { prepareWake } from '../support/wake-worker';

async function bookOffline(page: Page, url: string): Promise<void> {
  await loadOnce(page, url);
  await page.context().setOffline(true);
  await page.goto(`${url}/ajukan`);
  await fillInRequest(page);
  await page.getByRole('button', { name: 'Kirim permohonan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Tersimpan di HP ini/ })).toBeVisible();
}

test('a page and a worker that wake at once send once', async ({ context, page, server }) => {
  const counter = await countSends(server.url);
  await bookOffline(page, counter.url);
  const wake = await prepareWake(await context.newCDPSession(page), counter.url);
  await context.setOffline(false);
  await Promise.all([wake(), wake(), page.evaluate(() => window.dispatchEvent(new Event('online')))]);
  await expect(page.getByRole('heading', { level: 1, name: /Terjadwal/ })).toBeVisible();
  await wake();
  expect(counter.commands).toEqual(['submit-booking']);
  counter.stop();
});

test('the worker alone sends what waits, while the app is closed', async ({ context, page, server }) => {
  const counter = await countSends(server.url);
  await bookOffline(page, counter.url);
  await page.close();
  const elsewhere = await context.newPage();
  await context.setOffline(false);
  // An address of the same origin that is no page of the app.
  await elsewhere.goto(`${counter.url}/api/health`);
  const wake = await prepareWake(await context.newCDPSession(elsewhere), counter.url);
  await wake();
  await expect.poll(() => counter.commands).toEqual(['submit-booking']);
  counter.stop();
});

test('a new version waits for a press, and never loses a half-filled form', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-deploy-'));
  await cp('dist/web', join(folder, 'dist/web'), { recursive: true });
  const server = await startServer({}, folder);
  await loadOnce(page, server.url);
  await page.goto(`${server.url}/ajukan`);
  await page.getByRole('button', { name: 'Mulai isi' }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  const name = page.getByRole('textbox', { name: /Nama lengkap/ });
  await name.fill('Contoh Setengah');

  const worker = join(folder, 'dist/web/service-worker.js');
  await rm(`${worker}.br`);
  await rm(`${worker}.gz`);
  await appendFile(worker, '\n// The next version.\n');
  await page.evaluate(async () => {
    document.documentElement.dataset.loaded = 'before';
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
  await expect(page.getByText('Versi baru siap')).toBeVisible();
  await expect(name).toHaveValue('Contoh Setengah');
  await name.fill('Contoh Setengah Lagi');
  await expect(page.locator('html[data-loaded]')).toHaveCount(1);

  await page.getByRole('button', { name: 'Pakai versi baru' }).click();
  await expect(page.locator('html[data-loaded]')).toHaveCount(0);
  await expect(name).toHaveValue('Contoh Setengah Lagi');
  await expect(page.getByText('Versi baru siap')).toHaveCount(0);
  await server.stop();
  await rm(folder, { recursive: true });
});

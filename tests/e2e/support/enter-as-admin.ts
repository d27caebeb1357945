import { expect, type Page } from '@playwright/test';
import type { RunningServer } from '../../support/start-server';
import { totpCodeAt } from '../../support/totp-code';

/** Makes the first admin with a second factor, by the link that the server printed, which works once. */
export async function enterAsAdmin(page: Page, server: RunningServer): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => server.readOutput()).toContain('undangan#');
  await page.goto(/http\S+\/petugas\/undangan#\S+/.exec(server.readOutput())?.[0] ?? '');
  await page.getByLabel('Nama lengkap').fill('Contoh Admin');
  await page.getByLabel('Nama masuk').fill('admin.1');
  await page.getByLabel('Kata sandi baru').fill('payung hijau tidur di kali');
  await press('Simpan dan masuk');
  const secret = (await page.locator('.account__secret').textContent()) ?? '';
  const code = totpCodeAt(secret.replaceAll(' ', ''), Math.floor(Date.now() / 30_000));
  await page.getByLabel('Kode 6 angka').fill(code);
  await press('Pasang');
  await expect(page.getByRole('heading', { name: 'Anggota' })).toBeVisible();
}

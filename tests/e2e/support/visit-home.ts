import { expect, type Page } from '@playwright/test';

/**
 * Goes from the run sheet through Berangkat and Sampai, with the number that the resident reads out; works
 * with and without a connection.
 */
export async function arrive(crew: Page, name: string, number: string): Promise<void> {
  await crew.getByRole('link', { name }).click();
  await crew.getByRole('button', { name: 'Berangkat' }).click();
  await crew.getByRole('link', { name: 'Sampai' }).click();
  await crew.getByLabel('Nomor permohonan').fill(number);
  await crew.getByRole('button', { name: 'Catat sampai' }).click();
  await crew.getByRole('link', { name: 'Catat hasil' }).click();
}

/** Makes the whole visit, with every service done. */
export async function visit(crew: Page, name: string, number: string): Promise<void> {
  await arrive(crew, name, number);
  await crew.getByRole('button', { name: 'Semua selesai' }).click();
  await crew.getByRole('button', { name: 'Simpan hasil' }).click();
  await expect(crew.getByText('Selesai dicatat')).toBeVisible();
}

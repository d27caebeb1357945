import { expect, type Page } from '@playwright/test';

/** From the run sheet: berangkat, and sampai with the number the resident reads out; with or without a connection. */
export async function arrive(crew: Page, name: string, number: string): Promise<void> {
  await crew.getByRole('link', { name }).click();
  await crew.getByRole('button', { name: 'Berangkat' }).click();
  await crew.getByRole('link', { name: 'Sampai' }).click();
  await crew.getByLabel('Nomor permohonan').fill(number);
  await crew.getByRole('button', { name: 'Catat sampai' }).click();
  await crew.getByRole('link', { name: 'Catat hasil' }).click();
}

/** The whole visit, every service done. */
export async function visit(crew: Page, name: string, number: string): Promise<void> {
  await arrive(crew, name, number);
  await crew.getByRole('button', { name: 'Semua selesai' }).click();
  await crew.getByRole('button', { name: 'Simpan hasil' }).click();
  await expect(crew.getByText('Selesai dicatat')).toBeVisible();
}

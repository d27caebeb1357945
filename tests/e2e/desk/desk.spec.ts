import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';
import { bookAs, makeTeam } from '../support/staff-team';

/** Fills in the desk's own form with what a caller says, in the order in which callers say it. */
async function takeCall(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Catat permohonan' }).click();
  await page.locator('#contactName').fill('Budi Contoh');
  await page.locator('#contactPhone').fill('081234567890');
  await page.locator('#recipientName').fill(name);
  await page.locator('#birthYear').fill('1948');
  await page.locator('#area').selectOption({ index: 1 });
  await page.locator('#street').fill('Jalan Contoh 5');
  await page.getByRole('checkbox', { name: 'Konsultasi perizinan' }).check();
  await page.getByRole('button', { name: 'Simpan permohonan' }).click();
}

test("a desk takes a call, finds the request and decides on it, and two desks see each other's changes", async ({
  browser,
  freshServer: server,
}) => {
  const team = await makeTeam(server);
  const rina = await team.join(browser, { role: 'coordinator', name: 'Rina Contoh' });
  const page = await rina.newPage();
  await page.goto('/petugas/');
  await expect(page.getByRole('heading', { level: 1, name: 'Meja kerja' })).toBeVisible();
  await checkScreen(page, 'desk-overview');

  await takeCall(page, '');
  await expect(page.getByRole('alert')).toContainText('Isi namanya');
  await checkScreen(page, 'desk-take-wrong');
  await page.locator('#recipientName').fill('Siti Contoh');
  await page.getByRole('button', { name: 'Simpan permohonan' }).click();
  await expect(page.getByText('Permohonan tersimpan')).toBeVisible();
  await page.getByRole('link', { name: 'Buka permohonan ini' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Siti Contoh' })).toBeVisible();
  await checkScreen(page, 'desk-file');
  await page.evaluate(() => {
    window.print = () => document.body.classList.add('printed');
  });
  await page.getByRole('button', { name: 'Cetak untuk warga' }).click();
  await expect(page.locator('body.printed > .ticket-sheet svg.qr-code')).toBeAttached();
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  const asked = await bookAs(server.url, 'Wati Contoh');
  await page.goto('/petugas/meja/permohonan?programme=nasi-ketan');
  await expect(page.getByRole('link', { name: 'Siti Contoh' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Wati Contoh' })).toBeHidden();
  await checkScreen(page, 'desk-programme');
  await page.getByLabel('Program').selectOption('MPP Mobile');
  await expect(page.getByRole('link', { name: 'Wati Contoh' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Siti Contoh' })).toBeHidden();
  expect(page.url()).toContain('programme=mpp-mobile');
  await page.goto('/petugas/meja/permohonan?view=new');
  await page.getByRole('link', { name: 'Wati Contoh' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Wati Contoh' })).toBeVisible();
  expect(page.url()).toContain(asked);
  const tono = await team.join(browser, { role: 'coordinator', name: 'Tono Contoh' });
  const other = await tono.newPage();
  await other.goto(page.url().replace(server.url, ''));
  await expect(other.getByRole('button', { name: 'Terima' })).toBeVisible();
  await page.getByRole('button', { name: 'Terima' }).click();
  await expect(page.getByRole('button', { name: 'Terima' })).toBeHidden();
  await expect(other.getByRole('button', { name: 'Terima' })).toBeHidden();

  await page.getByRole('button', { name: 'Pindah jadwal' }).click();
  await page.getByRole('radio').nth(1).check();
  await checkScreen(page, 'desk-move');
  const before = await page.locator('.file__when').textContent();
  await page.getByRole('button', { name: 'Pindahkan' }).click();
  await expect(page.locator('.file__when')).not.toHaveText(before ?? '');
  // The button is gone: the page says what was done, and the focus is where the new date is.
  await expect(page.getByText('Jadwal sudah dipindah.')).toBeVisible();
  await expect(page.locator('#file-title')).toBeFocused();
  await expect(other.locator('.file__when')).not.toHaveText(before ?? '');

  await page.getByRole('button', { name: 'Tambah catatan' }).click();
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(page.getByText('Tulis dahulu isinya.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Catatan' }).fill('Rumah di belakang masjid');
  await page.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(page.getByText('Rumah di belakang masjid')).toBeVisible();

  await page.goto('/petugas/meja/permohonan?view=open');
  await expect(page.getByRole('link', { name: 'Siti Contoh' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('siti');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 dari 1 permohonan')).toBeVisible();
  await expect(page).toHaveURL(/q=siti/);
  await checkScreen(page, 'desk-queue');
  await rina.close();
  await tono.close();
});

test('a kelurahan opens a request of its own area and adds notes, but cannot reschedule', async ({
  browser,
  freshServer: server,
}) => {
  const team = await makeTeam(server);
  const areas = ['18.72.01.1001'];
  const kelurahan = await team.join(browser, { role: 'kelurahan', name: 'Ani Contoh', areas });
  await bookAs(server.url, 'Wati Contoh');
  const page = await kelurahan.newPage();
  await page.goto('/petugas/');
  await page.getByRole('link', { name: 'Wati Contoh' }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Wati Contoh' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tambah catatan' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pindah jadwal' })).toBeHidden();
  await checkScreen(page, 'kelurahan-file');
  await kelurahan.close();
});

import { expect } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';
import { bookAs, makeTeam } from '../support/staff-team';

test('a desk corrects a request while talking, keeps its date, and the file says what was what', async ({
  browser,
  freshServer: server,
}) => {
  const team = await makeTeam(server);
  const rina = await team.join(browser, { role: 'coordinator', name: 'Rina Contoh' });
  const page = await rina.newPage();
  const id = await bookAs(server.url, 'Wati Contoh');
  await page.goto(`/petugas/meja/permohonan/${id}`);
  await page.getByRole('link', { name: 'Ubah isi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ubah permohonan' })).toBeVisible();
  await expect(page.getByText('Wati Contoh')).toBeVisible();
  await page.locator('#contactPhone').fill('0');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(page.getByRole('alert')).toContainText('Nomor telepon');
  await checkScreen(page, 'desk-change');
  await page.setViewportSize({ width: 1280, height: 800 });
  await checkScreen(page, 'desk-change-wide');
  await page.locator('#contactPhone').fill('0812 9999 0000');
  await page.locator('#street').fill('Jalan Benar 9');
  await page.getByRole('checkbox', { name: /PBB-P2/ }).check();
  const open = page.getByRole('group').filter({ hasNot: page.getByRole('radio', { checked: true }) });
  const no = open.getByRole('radio', { name: 'Tidak', exact: true });
  while ((await no.count()) > 0) await no.first().check();
  await expect(page.locator('#windows')).toHaveValue('kept');
  await page.getByRole('button', { name: 'Simpan perubahan' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Wati Contoh' })).toBeVisible();
  await expect(page.getByText(/Jalan: .* → Jalan Benar 9/)).toBeVisible();
  await expect(page.getByText(/Layanan: .* → .*PBB-P2/)).toBeVisible();
  await checkScreen(page, 'desk-changed-file-wide');
});

import { expect, type Page } from '@playwright/test';

/** A request as a person answers it, page by page, from the start page to the check page. */
export async function fillInRequest(page: Page, recipient = 'Contoh Ibu'): Promise<void> {
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const goOn = () => page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByRole('button', { name: 'Mulai isi' }).click();

  await heading('Kunjungan ini untuk siapa?');
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await goOn();

  await heading('Siapa yang dilayani di rumah?');
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill(recipient);
  await page.getByRole('textbox', { name: /Tahun lahir/ }).fill('1950');
  await goOn();

  await heading('Apa yang perlu kami siapkan?');
  await page.getByRole('checkbox', { name: 'Sulit mendengar' }).check();
  await goOn();

  await heading('Layanan apa yang dibutuhkan?');
  await page.getByRole('checkbox', { name: 'Akta kematian' }).check();
  await goOn();

  await heading('Siapkan berkas ini');
  await page.getByRole('radio', { name: 'Tidak', exact: true }).first().check();
  await page.getByRole('checkbox', { name: 'Surat keterangan kematian' }).check();
  await goOn();

  await heading('Di mana rumahnya?');
  await page.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Contoh 1');
  await page.getByRole('searchbox', { name: /Kelurahan/ }).fill('ganjarasri');
  await page.getByRole('radio', { name: 'Kel. Ganjar Asri, Metro Barat' }).check();
  await goOn();

  await heading('Kapan petugas boleh datang?');
  await page.getByRole('radio', { name: /Kapan saja/ }).check();
  await goOn();

  await heading('Siapa yang bisa kami hubungi?');
  await page.getByRole('textbox', { name: /^Nama/ }).fill('Contoh Anak');
  await page.getByRole('textbox', { name: /Nomor telepon/ }).fill('0812 3456 7890');
  await page.getByRole('radio', { name: 'WhatsApp' }).check();
  await goOn();

  await heading('Periksa jawaban Anda');
}

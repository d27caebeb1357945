import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type RunningServer, startServer } from '../../support/start-server';
import { totpCodeAt } from '../../support/totp-code';
import { checkScreen } from '../support/check-screen';

const ADMIN = { name: 'Contoh Admin', signInName: 'admin.1', password: 'payung hijau tidur di kali' };
const CREW = {
  name: 'Contoh Petugas',
  signInName: 'crew.1',
  password: 'jendela bambu menyanyi pelan',
};

// A separate server: its first link works once.
let server: RunningServer;
let adminSecret: string | null = null;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());
test.describe.configure({ mode: 'serial' });

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

async function signIn(page: Page, who: { signInName: string; password: string }): Promise<void> {
  await page.getByLabel('Nama masuk').fill(who.signInName);
  await page.getByLabel('Kata sandi', { exact: true }).fill(who.password);
  await press(page, 'Masuk');
}

/** Finds the link that the server printed at its first start. */
function firstLink(output: string): string {
  const link = /http\S+\/petugas\/undangan#\S+/.exec(output)?.[0];
  if (link === undefined) throw new Error(`No link in:\n${output}`);
  return link;
}

/** The time step of the last code. */
let lastStep = 0;

/**
 * Returns what an authenticator shows for the secret on the page. A code is accepted once: within the same
 * half minute this returns the next code, as an authenticator with a fast clock shows it.
 */
function codeNow(shown: string | null): string {
  lastStep = Math.max(Math.floor(Date.now() / 30_000), lastStep + 1);
  return totpCodeAt((shown ?? '').replaceAll(' ', ''), lastStep);
}

async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

test('a first link leads to a crew that opens its phone without a connection', async ({ browser }) => {
  // Twelve screens, each judged by day, by night and in large text.
  test.slow();
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const admin = await desk.newPage();

  const secret = await test.step('the first admin chooses names and a password', async () => {
    await admin.goto(firstLink(server.readOutput()));
    await admin.getByLabel('Nama lengkap').fill(ADMIN.name);
    await admin.getByLabel('Nama masuk').fill(ADMIN.signInName);
    await admin.getByLabel('Kata sandi baru').fill('pendek');
    await expect(admin.getByText('Kurang 6 huruf lagi')).toBeVisible();
    await press(admin, 'Simpan dan masuk');
    await expect(admin.getByRole('alert')).toContainText('terlalu pendek');
    await checkScreen(admin, 'petugas-undangan-salah');
    await expect(admin.getByLabel('Nama lengkap')).toHaveValue(ADMIN.name);
    await admin.getByLabel('Kata sandi baru').fill(ADMIN.password);
    await expect(admin.getByText('Cukup panjang')).toBeVisible();
    await press(admin, 'Simpan dan masuk');
    await expect(admin.getByRole('heading', { name: 'Pasang kode autentikator' })).toBeVisible();
    await expect(admin.getByRole('img', { name: 'Kode QR' })).toBeVisible();
    await checkScreen(admin, 'petugas-kode');
    return admin.locator('.account__secret').textContent();
  });

  await test.step('the admin sets up a second factor, and gets nowhere without it', async () => {
    await admin.goto(`${server.url}/petugas/anggota`);
    await expect(admin.getByRole('heading', { name: 'Pasang kode autentikator' })).toBeVisible();
    const shown = await admin.locator('.account__secret').textContent();
    adminSecret = shown;
    await admin.getByLabel('Kode 6 angka').fill(codeNow(shown));
    await press(admin, 'Pasang');
    await expect(admin.getByRole('heading', { name: 'Anggota' })).toBeVisible();
    expect(shown).not.toBe(secret);
    await checkScreen(admin, 'petugas-anggota');
  });

  const link = await test.step('the admin invites a crew', async () => {
    await admin.getByRole('link', { name: 'Undang anggota' }).click();
    await press(admin, 'Buat tautan');
    await expect(admin.getByRole('alert')).toContainText('Pilih peran');
    await admin.getByLabel('Nama', { exact: true }).fill(CREW.name);
    await admin.getByLabel('Nama masuk').fill(CREW.signInName);
    await admin.getByRole('radio', { name: 'Petugas' }).check();
    await checkScreen(admin, 'petugas-undang');
    await admin.getByRole('group', { name: 'Unit mobil' }).getByRole('radio').first().check();
    await press(admin, 'Buat tautan');
    await expect(admin.getByRole('heading', { name: 'Tautan siap' })).toBeVisible();
    await checkScreen(admin, 'petugas-tautan');
    return admin.locator('.link-text').textContent();
  });

  const phone = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const crew = await phone.newPage();
  await test.step('the crew chooses a password and is in', async () => {
    await crew.goto(link ?? '');
    await expect(crew.getByText(CREW.name)).toBeVisible();
    await checkScreen(crew, 'petugas-undangan');
    await crew.getByLabel('Kata sandi baru').fill(CREW.password);
    await press(crew, 'Simpan dan masuk');
    await expect(crew.getByRole('link', { name: 'Lembar tugas', exact: true })).toBeVisible();
    await expect(crew.getByRole('link', { name: 'Anggota' })).toHaveCount(0);
    await crew.goto(link ?? '');
    await expect(crew.getByText('sudah dipakai')).toBeVisible();
    await checkScreen(crew, 'petugas-undangan-terpakai');
  });

  await test.step('the crew signs out and in again', async () => {
    await crew.goto(`${server.url}/petugas/akun`);
    await expect(crew.getByText('Perangkat ini', { exact: true })).toBeVisible();
    await checkScreen(crew, 'petugas-akun');
    await press(crew, 'Keluar');
    await expect(crew.getByRole('heading', { name: 'Masuk', exact: true })).toBeVisible();
    await checkScreen(crew, 'petugas-masuk');
    await signIn(crew, { ...CREW, password: 'bukan ini kata sandinya' });
    await expect(crew.getByRole('alert')).toContainText('tidak cocok');
    await signIn(crew, CREW);
    await expect(crew.getByRole('link', { name: 'Lembar tugas', exact: true })).toBeVisible();
  });

  await test.step('the crew opens the app without a connection', () => openOffline(phone, crew, server.url));

  await test.step('the crew is kept out as soon as the admin says so', async () => {
    await admin.goto(`${server.url}/petugas/anggota`);
    await admin.getByRole('link', { name: CREW.name }).click();
    await press(admin, 'Nonaktifkan');
    await checkScreen(admin, 'petugas-nonaktifkan');
    await admin.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click();
    await expect(admin.getByText('Nonaktif', { exact: true })).toBeVisible();
    await checkScreen(admin, 'petugas-anggota-satu');
    await crew.goto(`${server.url}/petugas/akun`);
    await expect(crew.getByRole('heading', { name: 'Masuk', exact: true })).toBeVisible();
  });

  await desk.close();
  await phone.close();
});

async function openOffline(phone: BrowserContext, crew: Page, url: string): Promise<void> {
  await installed(crew);
  await phone.setOffline(true);
  await crew.goto(`${url}/petugas/akun`);
  await expect(crew.getByText('Anda tetap bisa bekerja hari ini')).toBeVisible();
  await expect(crew.getByText(CREW.name).first()).toBeVisible();
  await checkScreen(crew, 'petugas-luring');
  await phone.setOffline(false);
  await expect(crew.getByText('Anda tetap bisa bekerja hari ini')).toHaveCount(0);
}

test('the keyboard alone signs in, makes a passkey, and signs in with the passkey', async ({ page }) => {
  await addAuthenticator(page);
  await page.goto(`${server.url}/petugas/akun`);
  await expect(page.getByRole('heading', { name: 'Masuk', exact: true })).toBeVisible();
  await tabTo(page, 'Nama masuk');
  await page.keyboard.type(ADMIN.signInName);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Masukkan kode' })).toBeFocused();
  await checkScreen(page, 'petugas-masuk-kode');
  await tabTo(page, 'Kode 6 angka');
  await page.keyboard.type('000 00');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kode 6 angka')).toBeFocused();
  await page.getByLabel('Kode 6 angka').fill(codeNow(adminSecret));
  await page.keyboard.press('Enter');

  const make = page.getByRole('button', { name: 'Buat kunci sandi di perangkat ini' });
  await make.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Belum pernah dipakai')).toBeVisible();
  await checkScreen(page, 'petugas-akun-kunci');
  await press(page, 'Keluar');
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Anggota' })).toBeVisible();
});

async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.getByLabel(label, { exact: true }).evaluate((field) => field === document.activeElement))
      return;
  }
  throw new Error(`The keyboard does not reach ${label}`);
}

async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
}

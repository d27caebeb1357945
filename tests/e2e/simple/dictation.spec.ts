import { expect, type Page } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { test } from '../support/serve';

/*
 * The browser's own recogniser needs a microphone and its maker's server. This one stands in for it with the
 * same interface: it hears what the test says (`window.say`) or fails as the test says (`window.fail`).
 */
async function hearWhatTheTestSays(page: Page): Promise<void> {
  await page.addInitScript(() => {
    class Recogniser {
      lang = '';
      onstart?: () => void;
      onresult?: (event: unknown) => void;
      onerror?: (event: unknown) => void;
      onend?: () => void;
      start() {
        Object.assign(window, {
          heardAs: this.lang,
          say: (transcript: string) => {
            const result = Object.assign([{ transcript, confidence: 0.9 }], { isFinal: true });
            this.onresult?.({ resultIndex: 0, results: [result] });
            this.onend?.();
          },
          fail: (error: string) => {
            this.onerror?.({ error });
            this.onend?.();
          },
        });
        setTimeout(() => this.onstart?.(), 20);
      }
      stop() {
        this.onend?.();
      }
      abort() {
        this.onend?.();
      }
    }
    Object.assign(window, { SpeechRecognition: Recogniser, webkitSpeechRecognition: Recogniser });
  });
}

const say = (page: Page, text: string) =>
  page.evaluate((words) => (window as unknown as { say: (words: string) => void }).say(words), text);
const fail = (page: Page, error: string) =>
  page.evaluate((name) => (window as unknown as { fail: (name: string) => void }).fail(name), error);

async function openName(page: Page, url: string): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('mpp-mode', 'simple'));
  await page.goto(`${url}/ajukan`);
  await page.getByRole('button', { name: 'Mulai isi' }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('textbox', { name: /Nama lengkap/ })).toBeVisible();
}

test('answers in simple mode are filled in by voice, and consent is asked for once', async ({
  page,
  server,
}) => {
  test.slow();
  await hearWhatTheTestSays(page);
  await openName(page, server.url);
  const name = page.getByRole('textbox', { name: /Nama lengkap/ });
  const voice = page.getByRole('button', { name: /Isi dengan suara/ });
  await expect(voice).toBeVisible();
  await checkScreen(page, 'suara-mulai');
  await voice.click();
  await expect(page.getByText(/mengirim suara ke pembuatnya/)).toBeVisible();
  await checkScreen(page, 'suara-izin');
  await page.getByRole('button', { name: 'Setuju, mulai bicara' }).click();
  await expect(page.getByText('Silakan bicara')).toBeVisible();
  await checkScreen(page, 'suara-bicara');
  await say(page, 'siti aminah');
  await expect(name).toHaveValue('Siti Aminah');
  await checkScreen(page, 'suara-tertulis');
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(name).toHaveValue('');
  await expect(voice).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Silakan bicara')).toBeVisible();
  await fail(page, 'not-allowed');
  await expect(page.getByText(/Mikrofon belum diizinkan/)).toBeVisible();
  await checkScreen(page, 'suara-gagal');
  await voice.click();
  await expect(page.getByText('Silakan bicara')).toBeVisible();
  await say(page, 'siti aminah');
  await page.getByRole('button', { name: 'Lanjut' }).click();

  await expect(page.getByRole('textbox', { name: /Tahun lahir/ })).toBeVisible();
  await voice.click();
  await expect(page.getByText('Silakan bicara')).toBeVisible();
  await say(page, '19 48');
  await expect(page.getByRole('textbox', { name: /Tahun lahir/ })).toHaveValue('1948');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('textbox', { name: /NIK/ })).toBeVisible();
  await expect(voice).toHaveCount(0);

  // Spoken text is kept like typed text, and so is the consent; the resident can withdraw both.
  await page.goBack();
  await page.goBack();
  await page.reload();
  await expect(name).toHaveValue('Siti Aminah');
  await voice.click();
  await expect(page.getByText('Silakan bicara')).toBeVisible();
  await page.goto(`${server.url}/pengaturan`);
  await page.getByRole('radio', { name: /Tanya dulu/ }).check();
  await page.goBack();
  await voice.click();
  await expect(page.getByText(/mengirim suara ke pembuatnya/)).toBeVisible();
});

test('the usual mode has no voice button and loads nothing for one', async ({ page, server }) => {
  await hearWhatTheTestSays(page);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto(`${server.url}/ajukan`);
  await page.getByRole('button', { name: 'Mulai isi' }).click();
  await page.getByRole('radio', { name: 'Orang tua saya' }).check();
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await expect(page.getByRole('textbox', { name: /Nama lengkap/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Isi dengan suara/ })).toHaveCount(0);
  expect(loaded.filter((url) => url.includes('book-visit'))).not.toEqual([]);
  expect(loaded.filter((url) => /simple-/.test(url))).toEqual([]);
});

test('the recogniser of a browser without a microphone or service fails in words', async ({
  page,
  server,
}) => {
  await openName(page, server.url);
  const hasOne = await page.evaluate(() => 'webkitSpeechRecognition' in window);
  const voice = page.getByRole('button', { name: /Isi dengan suara/ });
  await expect(voice).toHaveCount(hasOne ? 1 : 0);
  if (!hasOne) return;
  await page.getByRole('textbox', { name: /Nama lengkap/ }).fill('Siti');
  await voice.click();
  await page.getByRole('button', { name: 'Setuju, mulai bicara' }).click();
  await expect(page.getByText(/ketik jawaban Anda|Ketik jawaban Anda|Belum terdengar suara/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: /Nama lengkap/ })).toHaveValue('Siti');
});

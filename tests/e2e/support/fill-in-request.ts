import { expect, type Page } from '@playwright/test';

/** One question: its heading, and how to answer it. */
type Question = {
  readonly name: string;
  readonly heading: string;
  /** Whether the page may stay unanswered, so that "Lanjut" finds no error. */
  readonly isOptional?: boolean;
  readonly answer: (page: Page, told: Told) => Promise<void>;
};

/**
 * Whom a request is for, the service or package asked for, and the answer to every question about
 * requirements.
 */
type Told = {
  readonly recipient: string;
  readonly birthYear: string;
  readonly wanted: string;
  readonly says: 'Ya' | 'Tidak';
};

const QUESTIONS: readonly Question[] = [
  {
    name: 'untuk-siapa',
    heading: 'Kunjungan ini untuk siapa?',
    answer: (page) => page.getByRole('radio', { name: 'Orang tua saya' }).check(),
  },
  {
    name: 'penerima',
    heading: 'Siapa yang dilayani di rumah?',
    answer: async (page, { recipient, birthYear }) => {
      await page.getByRole('textbox', { name: /Nama lengkap/ }).fill(recipient);
      await page.getByRole('textbox', { name: /Tahun lahir/ }).fill(birthYear);
    },
  },
  {
    name: 'kebutuhan',
    heading: 'Apa yang perlu kami siapkan?',
    isOptional: true,
    answer: (page) => page.getByRole('checkbox', { name: 'Sulit mendengar' }).check(),
  },
  {
    name: 'layanan',
    heading: 'Layanan apa yang dibutuhkan?',
    answer: async (page, { wanted }) => {
      const service = page.getByRole('checkbox', { name: wanted });
      const choices = page.getByRole('radio', { name: wanted }).or(service);
      await choices.first().check();
    },
  },
  {
    name: 'syarat',
    heading: 'Siapkan berkas ini',
    answer: async (page, { says }) => {
      const unanswered = page
        .getByRole('group')
        .filter({ hasNot: page.getByRole('radio', { checked: true }) });
      const answers = unanswered.getByRole('radio', { name: says, exact: true });
      // Goes on until none is left: an answer may bring a question that depends on it.
      while ((await answers.count()) > 0) await answers.first().check();
      await page.getByRole('checkbox').first().check();
    },
  },
  {
    name: 'alamat',
    heading: 'Di mana rumahnya?',
    answer: async (page) => {
      await page.getByRole('textbox', { name: /Jalan dan nomor rumah/ }).fill('Jalan Contoh 1');
      await page.getByRole('searchbox', { name: /Kelurahan/ }).fill('ganjarasri');
      await page.getByRole('radio', { name: 'Kel. Ganjar Asri, Metro Barat' }).check();
    },
  },
  {
    name: 'waktu',
    heading: 'Kapan petugas boleh datang?',
    answer: (page) => page.getByRole('radio', { name: /Kapan saja/ }).check(),
  },
  {
    name: 'kontak',
    heading: 'Siapa yang bisa kami hubungi?',
    answer: async (page) => {
      await page.getByRole('textbox', { name: /^Nama/ }).fill('Contoh Anak');
      await page.getByRole('textbox', { name: /Nomor telepon/ }).fill('0812 3456 7890');
      await page.getByRole('radio', { name: 'WhatsApp' }).check();
    },
  },
];

export type FillOptions = {
  readonly recipient?: string;
  readonly birthYear?: string;
  readonly wanted?: string;
  readonly says?: Told['says'];
  /** Prefers the first window of the list only, instead of "kapan saja". */
  readonly hasPreference?: boolean;
  /** Called on each page before it is answered. */
  readonly onPage?: (question: Pick<Question, 'name' | 'isOptional'>) => Promise<void>;
};

/** Fills in a request as a resident does, page by page, from the start page to the check page. */
export async function fillInRequest(page: Page, options: FillOptions = {}): Promise<void> {
  const {
    recipient = 'Contoh Ibu',
    birthYear = '1950',
    wanted = 'Akta kematian',
    says = 'Tidak',
    hasPreference = false,
    onPage,
  } = options;
  await page.getByRole('button', { name: /Mulai isi|Isi yang baru/ }).click();
  for (const question of QUESTIONS) {
    await expect(page.getByRole('heading', { level: 1, name: question.heading })).toBeVisible();
    await onPage?.(question);
    if (question.name === 'waktu' && hasPreference) {
      await page.getByRole('radio', { name: 'Saya pilih waktunya' }).check();
      await page.getByRole('checkbox').first().check();
    } else {
      await question.answer(page, { recipient, birthYear, wanted, says });
    }
    await page.getByRole('button', { name: 'Lanjut' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
}

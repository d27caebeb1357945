import { expect, type Locator, type Page } from '@playwright/test';

/** How answers are given: how a button is pressed, a choice marked, and a text written. */
export type Hand = {
  readonly press: (button: Locator) => Promise<void>;
  readonly mark: (choice: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
};

const SURE_HAND: Hand = {
  press: (button) => button.click(),
  mark: (choice) => choice.check(),
  write: (field, text) => field.fill(text),
};

/** One question: its heading, and how to answer it. */
type Question = {
  readonly name: string;
  readonly heading: string;
  /** Whether the page may stay unanswered, so that "Lanjut" finds no error. */
  readonly isOptional?: boolean;
  readonly answer: (page: Page, hand: Hand, told: Told) => Promise<void>;
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
    answer: (page, hand) => hand.mark(page.getByRole('radio', { name: 'Orang tua saya' })),
  },
  {
    name: 'penerima',
    heading: 'Siapa yang dilayani di rumah?',
    answer: async (page, hand, { recipient, birthYear }) => {
      await hand.write(page.getByRole('textbox', { name: /Nama lengkap/ }), recipient);
      await hand.write(page.getByRole('textbox', { name: /Tahun lahir/ }), birthYear);
    },
  },
  {
    name: 'kebutuhan',
    heading: 'Apa yang perlu kami siapkan?',
    isOptional: true,
    answer: (page, hand) => hand.mark(page.getByRole('checkbox', { name: 'Sulit mendengar' })),
  },
  {
    name: 'layanan',
    heading: 'Layanan apa yang dibutuhkan?',
    answer: async (page, hand, { wanted }) => {
      const service = page.getByRole('checkbox', { name: wanted });
      const choices = page.getByRole('radio', { name: wanted }).or(service);
      await hand.mark(choices.first());
    },
  },
  {
    name: 'syarat',
    heading: 'Siapkan berkas ini',
    answer: async (page, hand, { says }) => {
      const unanswered = page
        .getByRole('group')
        .filter({ hasNot: page.getByRole('radio', { checked: true }) });
      const answers = unanswered.getByRole('radio', { name: says, exact: true });
      // Goes on until none is left: an answer may bring a question that depends on it.
      while ((await answers.count()) > 0) await hand.mark(answers.first());
      await hand.mark(page.getByRole('checkbox').first());
    },
  },
  {
    name: 'alamat',
    heading: 'Di mana rumahnya?',
    answer: async (page, hand) => {
      await hand.write(page.getByRole('textbox', { name: /Jalan dan nomor rumah/ }), 'Jalan Contoh 1');
      await hand.write(page.getByRole('searchbox', { name: /Kelurahan/ }), 'ganjarasri');
      await hand.mark(page.getByRole('radio', { name: 'Kel. Ganjar Asri, Metro Barat' }));
    },
  },
  {
    name: 'waktu',
    heading: 'Kapan petugas boleh datang?',
    answer: (page, hand) => hand.mark(page.getByRole('radio', { name: /Kapan saja/ })),
  },
  {
    name: 'kontak',
    heading: 'Siapa yang bisa kami hubungi?',
    answer: async (page, hand) => {
      await hand.write(page.getByRole('textbox', { name: /^Nama/ }), 'Contoh Anak');
      await hand.write(page.getByRole('textbox', { name: /Nomor telepon/ }), '0812 3456 7890');
      await hand.mark(page.getByRole('radio', { name: 'WhatsApp' }));
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
  /** Gives the answers; the usual one writes a text at once and waits for nothing. */
  readonly hand?: Hand;
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
    hand = SURE_HAND,
  } = options;
  await hand.press(page.getByRole('button', { name: /Mulai isi|Isi yang baru/ }));
  for (const question of QUESTIONS) {
    await expect(page.getByRole('heading', { level: 1, name: question.heading })).toBeVisible();
    await onPage?.(question);
    if (question.name === 'waktu' && hasPreference) {
      await hand.mark(page.getByRole('radio', { name: 'Saya pilih waktunya' }));
      await hand.mark(page.getByRole('checkbox').first());
    } else {
      await question.answer(page, hand, { recipient, birthYear, wanted, says });
    }
    await hand.press(page.getByRole('button', { name: 'Lanjut' }));
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa jawaban Anda' })).toBeVisible();
}

import { expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { answersOf, askedOf } from '../../../src/domain/booking/draft-answers';
import { chosenServices, EMPTY_REQUEST } from '../../../src/domain/booking/request-draft';
import { minutesOf } from '../../../src/domain/catalogue/find-service';
import { buildChecklist } from '../../../src/domain/checklist/checklist';

const { catalogue } = metro;

/** Asked of a card that is replaced (if it is not lost, whether it is damaged), of a family card, and who signs. */
const CARD = ['ktp-hilang'];
const FAMILY = ['kk-hilang'];
const LAST = ['nikah-belum-tercatat'];
const SIGN = ['tidak-bisa-tanda-tangan'];

/**
 * Each life event as a person goes through it: what it asks at first, then each paper once with the services it is for,
 * all questions answered with no and with yes; minutes without the way; what is done elsewhere.
 */
const EVENTS = [
  {
    event: 'bayi-lahir',
    minutes: 55,
    asked: [...FAMILY, ...LAST, 'ada-surat-lahir', 'ada-bukti-nikah', ...SIGN],
    no: [
      'kk: kia kk akta-kelahiran',
      'buku-nikah: kk',
      'ktp-orang-tua: kia akta-kelahiran',
      'f-1-02: kia kk',
      'f-1-06: kk',
      'f-2-01: akta-kelahiran',
      'f-2-03: akta-kelahiran',
      'f-2-04: akta-kelahiran',
    ],
    yes: [
      'surat-kehilangan: kk',
      'buku-nikah: akta-kelahiran',
      'surat-lahir: akta-kelahiran',
      'ktp-orang-tua: kia akta-kelahiran',
      'f-1-02: kia kk',
      'f-1-05: kk',
      'f-1-06: kk',
      'f-1-07: kia kk akta-kelahiran',
      'f-2-01: akta-kelahiran',
    ],
  },
  {
    event: 'keluarga-meninggal',
    minutes: 55,
    asked: [...CARD, ...FAMILY, ...LAST, ...SIGN],
    no: [
      'kk: ktp-penggantian kk akta-kematian',
      'buku-nikah: kk',
      'surat-kematian: akta-kematian',
      'ktp-almarhum: akta-kematian',
      'f-1-02: ktp-penggantian kk',
      'f-1-06: kk',
      'f-2-01: akta-kematian',
    ],
    yes: [
      'surat-kehilangan: ktp-penggantian kk',
      'surat-kematian: akta-kematian',
      'ktp-almarhum: akta-kematian',
      'f-1-02: ktp-penggantian kk',
      'f-1-05: kk',
      'f-1-06: kk',
      'f-1-07: ktp-penggantian kk akta-kematian',
      'f-2-01: akta-kematian',
    ],
  },
  {
    event: 'pindah-rumah',
    minutes: 55,
    asked: [...CARD, ...FAMILY, ...LAST, 'pindah-datang', ...SIGN],
    no: [
      'kk: ktp-penggantian kk pindah-datang',
      'buku-nikah: kk',
      'f-1-02: ktp-penggantian kk',
      'f-1-03: pindah-datang',
      'f-1-06: kk',
    ],
    yes: [
      'surat-kehilangan: ktp-penggantian kk',
      'skp: pindah-datang',
      'f-1-02: ktp-penggantian kk',
      'f-1-03: pindah-datang',
      'f-1-05: kk',
      'f-1-06: kk',
      'f-1-07: ktp-penggantian kk pindah-datang',
    ],
  },
  {
    event: 'lansia-lengkap',
    option: 'ktp-perekaman',
    minutes: 65,
    asked: [...FAMILY, 'kk-berubah', ...LAST, ...SIGN],
    no: [
      'kk: ktp-perekaman kk',
      'buku-nikah: kk',
      'hp-sendiri: ikd',
      'nomor-hp: ikd',
      'email: ikd',
      'f-1-02: ktp-perekaman kk',
    ],
    yes: [
      'surat-kehilangan: kk',
      'hp-sendiri: ikd',
      'nomor-hp: ikd',
      'email: ikd',
      'f-1-02: ktp-perekaman kk',
      'f-1-05: kk',
      'f-1-06: kk',
      'f-1-07: ktp-perekaman kk',
    ],
    elsewhere: ['bpjs-kesehatan', 'taspen'],
  },
  {
    event: 'lansia-lengkap',
    option: 'ktp-penggantian',
    minutes: 50,
    asked: [...CARD, ...FAMILY, 'kk-berubah', ...LAST, ...SIGN],
    no: [
      'kk: ktp-penggantian kk',
      'buku-nikah: kk',
      'hp-sendiri: ikd',
      'nomor-hp: ikd',
      'email: ikd',
      'f-1-02: ktp-penggantian kk',
    ],
    yes: [
      'surat-kehilangan: ktp-penggantian kk',
      'hp-sendiri: ikd',
      'nomor-hp: ikd',
      'email: ikd',
      'f-1-02: ktp-penggantian kk',
      'f-1-05: kk',
      'f-1-06: kk',
      'f-1-07: ktp-penggantian kk',
    ],
    elsewhere: ['bpjs-kesehatan', 'taspen'],
  },
  {
    event: 'mulai-usaha',
    minutes: 50,
    asked: [],
    no: ['hp-sendiri: nib', 'nik-pemilik: nib', 'kontak-pemilik: nib', 'data-usaha: nib'],
    yes: ['hp-sendiri: nib', 'nik-pemilik: nib', 'kontak-pemilik: nib', 'data-usaha: nib'],
  },
  {
    event: 'dokumen-hilang',
    minutes: 35,
    asked: ['ktp-hilang', ...FAMILY, ...LAST, ...SIGN],
    no: ['kk: ktp-penggantian kk', 'buku-nikah: kk', 'f-1-02: ktp-penggantian kk'],
    yes: [
      'surat-kehilangan: ktp-penggantian kk',
      'f-1-02: ktp-penggantian kk',
      'f-1-05: kk',
      'f-1-07: ktp-penggantian kk',
    ],
  },
];

function draftOf(event: string, option?: string) {
  return { ...EMPTY_REQUEST, packageId: event as never, packageOption: option as never };
}

/** The same answer to every question as it comes up, one after the other. */
function answerAll(draft: ReturnType<typeof draftOf>, is: boolean): Record<string, boolean> {
  const answers: Record<string, boolean> = {};
  for (;;) {
    const next = askedOf({ ...draft, answers }, catalogue).find(({ id }) => !(id in answers));
    if (next === undefined) return answers;
    answers[next.id] = is;
  }
}

test.each(EVENTS)('$event $option', ({ event, option, minutes, asked, no, yes, elsewhere = [] }) => {
  const draft = draftOf(event, option);
  const services = chosenServices(draft, catalogue);
  const questions = askedOf(draft, catalogue).map(({ id }) => id as string);
  const papers = (is: boolean) => {
    const answers = answersOf({ ...draft, answers: answerAll(draft, is) }, catalogue);
    const { items, openQuestions } = buildChecklist(services, answers, catalogue);
    expect(openQuestions).toEqual([]);
    return items.map(
      ({ requirement, forServices }) => `${requirement.id}: ${forServices.map(({ id }) => id).join(' ')}`,
    );
  };
  expect({ asked: questions, no: papers(false), yes: papers(true) }).toEqual({ asked, no, yes });
  expect(minutesOf(services, 0)).toBe(minutes);
  expect(catalogue.packages.find(({ id }) => id === event)?.referrals).toEqual(elsewhere);
});

test('no life event is left out, and each answer that one gives is to a question there is', () => {
  expect(new Set(EVENTS.map(({ event }) => event))).toEqual(new Set(catalogue.packages.map(({ id }) => id)));
  for (const { known = [] } of catalogue.packages) {
    for (const { question } of known) expect(catalogue.questions.map(({ id }) => id)).toContain(question);
  }
  const makers = catalogue.services.flatMap(({ standard }) =>
    standard.persyaratan.flatMap(({ madeBy }) => madeBy ?? []),
  );
  expect(makers.length).toBeGreaterThan(0);
  for (const id of makers) expect(catalogue.services.map((service) => service.id)).toContain(id);
});

test('a paper that is made in the same visit is asked for where it is not', () => {
  const requirementsOf = (services: readonly string[]) =>
    buildChecklist(
      catalogue.services.filter(({ id }) => services.includes(id)),
      {},
      catalogue,
    ).items.map(({ requirement }) => requirement.id as string);
  expect(requirementsOf(['kia'])).toContain('akta-lahir');
  expect(requirementsOf(['kia', 'akta-kelahiran'])).not.toContain('akta-lahir');
});

import { expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { answersOf, askedOf } from '../../../src/domain/booking/draft-answers';
import { chosenServices, EMPTY_REQUEST } from '../../../src/domain/booking/request-draft';
import { minutesOf } from '../../../src/domain/catalogue/find-service';
import { buildChecklist } from '../../../src/domain/checklist/checklist';

const { catalogue } = metro;

/**
 * Questions about a replaced card (whether it is damaged is asked only if it is not lost), about a family
 * card, a marriage and a signature.
 */
const CARD = ['ktp-hilang'];
const FAMILY = ['kk-hilang'];
const MARRIAGE = ['nikah-belum-tercatat'];
const SIGN = ['tidak-bisa-tanda-tangan'];

/**
 * Each life event as a resident goes through it: the questions at first; each requirement once with the
 * services it is for, with all questions answered no and answered yes; the minutes without travel; the
 * referrals.
 */
const EVENTS = [
  {
    event: 'bayi-lahir',
    minutes: 55,
    asked: [...FAMILY, ...MARRIAGE, 'ada-surat-lahir', 'ada-bukti-nikah', ...SIGN],
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
    asked: [...CARD, ...FAMILY, ...MARRIAGE, ...SIGN],
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
    asked: [...CARD, ...FAMILY, ...MARRIAGE, 'pindah-datang', ...SIGN],
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
    asked: [...FAMILY, 'kk-berubah', ...MARRIAGE, ...SIGN],
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
    asked: [...CARD, ...FAMILY, 'kk-berubah', ...MARRIAGE, ...SIGN],
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
    asked: ['ktp-hilang', ...FAMILY, ...MARRIAGE, ...SIGN],
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

/** Gives the same answer to every question, in the order in which the questions come up. */
function answerAll(draft: ReturnType<typeof draftOf>, is: boolean): Record<string, boolean> {
  const answers: Record<string, boolean> = {};
  for (;;) {
    const next = askedOf({ ...draft, answers }, catalogue).find(({ id }) => !(id in answers));
    if (next === undefined) return answers;
    answers[next.id] = is;
  }
}

test.each(EVENTS)(
  '$event $option asks for the listed requirements',
  ({ event, option, minutes, asked, no, yes, elsewhere = [] }) => {
    const draft = draftOf(event, option);
    const services = chosenServices(draft, catalogue);
    const questions = askedOf(draft, catalogue).map(({ id }) => id as string);
    const requirementsWith = (is: boolean) => {
      const answers = answersOf({ ...draft, answers: answerAll(draft, is) }, catalogue);
      const { items, openQuestions } = buildChecklist(services, answers, catalogue);
      expect(openQuestions).toEqual([]);
      return items.map(
        ({ requirement, forServices }) => `${requirement.id}: ${forServices.map(({ id }) => id).join(' ')}`,
      );
    };
    expect({ asked: questions, no: requirementsWith(false), yes: requirementsWith(true) }).toEqual({
      asked,
      no,
      yes,
    });
    expect(minutesOf(services, 0)).toBe(minutes);
    expect(catalogue.packages.find(({ id }) => id === event)?.referrals).toEqual(elsewhere);
  },
);

test('every life event is listed, and what its answers and requirements refer to exists', () => {
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

test('asks for a requirement unless another service of the visit makes it', () => {
  const requirementsOf = (services: readonly string[]) =>
    buildChecklist(
      catalogue.services.filter(({ id }) => services.includes(id)),
      {},
      catalogue,
    ).items.map(({ requirement }) => requirement.id as string);
  expect(requirementsOf(['kia'])).toContain('akta-lahir');
  expect(requirementsOf(['kia', 'akta-kelahiran'])).not.toContain('akta-lahir');
});

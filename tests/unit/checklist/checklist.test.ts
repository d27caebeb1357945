import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { Service } from '../../../src/domain/catalogue/service';
import { type Answers, buildChecklist, questionsFor } from '../../../src/domain/checklist/checklist';

const { catalogue } = metro;

const someServices = fc.subarray([...catalogue.services]);
const someAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...catalogue.questions.map((question) => question.id)),
  fc.constantFrom(true, false, undefined),
);

function services(...ids: readonly string[]): Service[] {
  return catalogue.services.filter((service) => ids.includes(service.id));
}

function requirementIds(chosen: readonly Service[], answers: Answers): string[] {
  return buildChecklist(chosen, answers, catalogue).items.map((item) => item.requirement.id);
}

/** Whether a question is `other`, or is asked only after an answer to it. */
function hangsOn(question: string | undefined, other: string): boolean {
  if (question === undefined) return false;
  const when = catalogue.questions.find(({ id }) => id === question)?.when;
  return question === other || hangsOn(when?.question, other);
}

/**
 * Lists what a service alone asks for, without the requirements that another service makes in the same visit.
 */
function neededBy(service: Service, chosen: readonly Service[], answers: Answers): string[] {
  const made = service.standard.persyaratan
    .filter(({ madeBy }) => chosen.some(({ id }) => id === madeBy))
    .map(({ requirement }) => requirement as string);
  return requirementIds([service], answers).filter((id) => !made.includes(id));
}

describe('buildChecklist', () => {
  it('asks for what each service asks for alone, each requirement once', () => {
    fc.assert(
      fc.property(someServices, someAnswers, (chosen, answers) => {
        const together = requirementIds(chosen, answers);
        const alone = chosen.flatMap((service) => neededBy(service, chosen, answers));
        expect(new Set(together).size).toBe(together.length);
        expect(new Set(together)).toEqual(new Set(alone));
      }),
    );
  });

  it('names for each requirement exactly the services that ask for it', () => {
    fc.assert(
      fc.property(someServices, someAnswers, (chosen, answers) => {
        for (const item of buildChecklist(chosen, answers, catalogue).items) {
          const asking = chosen.filter((one) => neededBy(one, chosen, answers).includes(item.requirement.id));
          expect(item.forServices.map((one) => one.id).sort()).toEqual(asking.map((one) => one.id).sort());
        }
      }),
    );
  });

  it('does not depend on the order of the services, nor on a service chosen twice', () => {
    const shuffled = someServices.chain((chosen) =>
      fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })),
    );
    fc.assert(
      fc.property(shuffled, someAnswers, ([chosen, other], answers) => {
        const list = buildChecklist(chosen, answers, catalogue);
        expect(buildChecklist(other, answers, catalogue)).toEqual(list);
        expect(buildChecklist([...other, ...chosen], answers, catalogue)).toEqual(list);
      }),
    );
  });

  it('lets an answer add or remove only requirements that depend on its question', () => {
    const question = fc.constantFrom(...catalogue.questions.map((one) => one.id));
    fc.assert(
      fc.property(someServices, someAnswers, question, fc.boolean(), (chosen, answers, asked, answer) => {
        const before = requirementIds(chosen, { ...answers, [asked]: undefined });
        const after = requirementIds(chosen, { ...answers, [asked]: answer });
        const dependent = chosen
          .flatMap((one) => one.standard.persyaratan)
          .filter((line) => [line.when, line.unless].some((one) => hangsOn(one?.question, asked)))
          .map((line) => line.requirement as string);
        const changed = [...before, ...after].filter((id) => !before.includes(id) || !after.includes(id));
        for (const id of changed) expect(dependent).toContain(id);
      }),
    );
  });

  it('leaves open exactly the asked questions that have no answer', () => {
    fc.assert(
      fc.property(someServices, someAnswers, (chosen, answers) => {
        const open = buildChecklist(chosen, answers, catalogue).openQuestions;
        const asked = questionsFor(chosen, answers, catalogue);
        expect(open).toEqual(asked.filter((one) => answers[one.id] === undefined));
      }),
    );
  });

  it('puts originals first, then copies, then forms', () => {
    const list = buildChecklist(catalogue.services, { 'anak-5-tahun': true }, catalogue);
    const kinds = list.items.map((item) => ['original', 'copy', 'form'].indexOf(item.requirement.kind));
    expect(new Set(kinds).size).toBe(3);
    expect(kinds).toEqual([...kinds].sort());
  });

  it('asks for nothing when nothing is chosen', () => {
    expect(buildChecklist([], {}, catalogue)).toEqual({ items: [], openQuestions: [] });
  });
});

describe('the requirements in Metro', () => {
  const lost = services('ktp-penggantian', 'kk');

  it.each([
    [{}, { has: ['kk', 'f-1-02'], hasNot: ['surat-kehilangan', 'ktp-lama', 'f-1-06'] }],
    [{ 'ktp-hilang': true }, { has: ['kk', 'surat-kehilangan'], hasNot: ['ktp-lama'] }],
    [
      { 'ktp-hilang': true, 'ktp-rusak': true },
      { has: ['surat-kehilangan'], hasNot: ['ktp-lama'] },
    ],
    [
      { 'ktp-hilang': false, 'ktp-rusak': true },
      { has: ['ktp-lama'], hasNot: ['surat-kehilangan'] },
    ],
    [{ 'ktp-rusak': true }, { has: ['ktp-lama'], hasNot: ['surat-kehilangan'] }],
    [{ 'kk-hilang': true }, { has: ['surat-kehilangan'], hasNot: ['kk'] }],
    [
      { 'kk-hilang': false, 'ktp-hilang': false },
      { has: ['kk'], hasNot: ['surat-kehilangan'] },
    ],
    [{ 'kk-berubah': true }, { has: ['f-1-06'], hasNot: ['f-1-05'] }],
    [{ 'nikah-belum-tercatat': true }, { has: ['f-1-05'], hasNot: ['buku-nikah'] }],
    [{ 'tidak-bisa-tanda-tangan': true }, { has: ['f-1-07'], hasNot: [] }],
  ])('of a replaced KTP-el and KK follow the answers %j', (answers, { has, hasNot }) => {
    const ids = requirementIds(lost, answers);
    expect(ids).toEqual(expect.arrayContaining(has));
    for (const id of hasNot) expect(ids).not.toContain(id);
  });

  it.each([
    ['akta-kelahiran', { 'ada-surat-lahir': false }, 'f-2-03', 'surat-lahir'],
    ['akta-kelahiran', { 'ada-bukti-nikah': false }, 'f-2-04', 'buku-nikah'],
    ['akta-kelahiran', { 'ada-surat-lahir': true }, 'surat-lahir', 'f-2-03'],
    ['kia', { 'anak-5-tahun': true }, 'foto-anak', 'surat-lahir'],
    ['kia', { 'anak-5-tahun': false }, 'akta-lahir', 'foto-anak'],
    ['pindah-datang', { 'pindah-datang': true }, 'skp', 'f-1-02'],
    ['biodata-wni', { 'ada-dokumen': false }, 'f-1-04', 'kk'],
    ['biodata-wni', { 'ada-dokumen': true }, 'f-1-01', 'f-1-04'],
  ])('of %s with %j include %s and not %s', (id, answers, has, hasNot) => {
    const ids = requirementIds(services(id), answers);
    expect(ids).toContain(has);
    expect(ids).not.toContain(hasNot);
  });

  it('raise questions about the KK only where the KK is a service', () => {
    const asked = (id: string) =>
      questionsFor(services(id), {}, catalogue).map((question) => question.id as string);
    expect(asked('ktp-penggantian')).not.toContain('kk-hilang');
    expect(asked('kk')).toContain('kk-hilang');
    expect(asked('ikd')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { EMPTY_REQUEST } from '../../../src/domain/booking/request-draft';
import type { ServiceId } from '../../../src/domain/catalogue/service';
import { VISIT_NEEDS } from '../../../src/domain/people/visit-need';

import { partsOf } from '../../../src/web/resident/book-visit/question-parts';
import { isOfPart, LAST_PART, partAt } from '../../../src/web/resident/shell/form/form-parts';

const { catalogue } = metro;

test('each need is a separate question, and the note comes last', () => {
  const parts = partsOf('kebutuhan', EMPTY_REQUEST, catalogue);
  expect(parts).toEqual([...VISIT_NEEDS.map((need) => `need-${need}`), 'needsNote']);
});

test('services are asked for one by one only where no package answers them', () => {
  expect(partsOf('layanan', EMPTY_REQUEST, catalogue)).toEqual(['packageId', 'services']);
  for (const { id, choice } of catalogue.packages) {
    const parts = partsOf('layanan', { ...EMPTY_REQUEST, packageId: id }, catalogue);
    expect(parts).toEqual(choice ? ['packageId', 'packageOption'] : ['packageId']);
  }
});

test('a question that another answer rules out is no step', () => {
  const draft = { ...EMPTY_REQUEST, services: ['ktp-penggantian' as ServiceId] };
  const steps = (answers: Record<string, boolean>) => partsOf('syarat', { ...draft, answers }, catalogue);
  const last = ['answer-tidak-bisa-tanda-tangan', 'prepared'];
  expect(steps({})).toEqual(['answer-ktp-hilang', ...last]);
  expect(steps({ 'ktp-hilang': true, 'ktp-rusak': true })).toEqual(['answer-ktp-hilang', ...last]);
  expect(steps({ 'ktp-hilang': false })).toEqual(['answer-ktp-hilang', 'answer-ktp-rusak', ...last]);
});

test('the address is asked for in five steps, RT apart from RW, without the map point', () => {
  expect(partsOf('alamat', EMPTY_REQUEST, catalogue)).toEqual(['area', 'street', 'rt', 'rw', 'landmark']);
});

test('every error is corrected on exactly one part', () => {
  for (const [slug, fields] of [
    ['penerima', ['recipientName', 'birthYear', 'nik']],
    ['alamat', ['street', 'rt', 'rw', 'landmark', 'area']],
    ['kebutuhan', ['needsNote']],
    ['layanan', ['services', 'packageOption']],
    ['kontak', ['contactName', 'contactPhone', 'channel']],
    ['waktu', ['windows']],
  ] as const) {
    const parts = partsOf(slug, EMPTY_REQUEST, catalogue);
    for (const field of fields) {
      expect([field, parts.filter((part) => isOfPart(field, part, parts)).length]).toEqual([field, 1]);
    }
  }
});

test('an address names a part or the last part; otherwise the first part is shown', () => {
  const parts = partsOf('penerima', EMPTY_REQUEST, catalogue);
  expect(partAt('birthYear', parts)).toBe('birthYear');
  expect(partAt(LAST_PART, parts)).toBe('nik');
  expect(partAt(null, parts)).toBe('recipientName');
  expect(partAt('elsewhere', parts)).toBe('recipientName');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePublicNumber } from '../../../src/domain/booking/public-number';
import { parseBirthYear } from '../../../src/domain/people/birth-year';
import { parseNik } from '../../../src/domain/people/nik';
import { parsePhone } from '../../../src/domain/people/phone';
import { joinedDigits, plainDigits } from '../../../src/domain/people/plain-digits';
import { parseRtRw } from '../../../src/domain/people/rt-rw';

describe('joinedDigits', () => {
  it.each([
    ['1950\u200b', '1950'],
    ['\u202a0725 123-456\u202c', '0725123456'],
    ['１９５０', '1950'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۱۹۵۰', '1950'],
    ['꧑꧙꧕꧐', '1950'],
    ['𝟏𝟗𝟓𝟎 𝟬𝟵', '195009'],
    ['003\ufeff', '003'],
    ['4827\u00a01936', '48271936'],
    ['1\ufe0f\u20e3', '1'],
    ['0812–3456‑789', '08123456789'],
    ['+62 812', '+62812'],
    ['19x0', '19x0'],
    ['', ''],
  ])('reads %j as %j', (text, digits) => {
    expect(joinedDigits(text)).toBe(digits);
  });

  it('finds the digits whatever marks are between them', () => {
    const mark = fc.constantFrom(
      '\u200b',
      '\u200e',
      '\u200f',
      '\u2060',
      '\ufeff',
      ' ',
      '\u00a0',
      '\t',
      '-',
      '‐',
      '.',
    );
    const shift = fc.constantFrom(0x30, 0xff10, 0x660, 0x6f0, 0xa9d0);
    const typed = fc.array(fc.tuple(fc.nat(9), shift, fc.array(mark, { maxLength: 2 })), { maxLength: 20 });
    fc.assert(
      fc.property(typed, (all) => {
        const text = all
          .map(([digit, zero, marks]) => String.fromCodePoint(zero + digit) + marks.join(''))
          .join('');
        expect(joinedDigits(text)).toBe(all.map(([digit]) => digit).join(''));
      }),
    );
  });
});

describe('plainDigits', () => {
  it.each([' 003\u200b ', '\u202a003\u202c', '００３'])('reads %j', (text) => {
    expect(plainDigits(text)).toBe('003');
  });

  it.each(['-1', '1.5', '1 2'])('leaves the marks between the digits of %j', (text) => {
    expect(plainDigits(text)).toBe(text);
  });
});

describe('every number that a person types', () => {
  it.each([
    ['a birth year', parseBirthYear('1950\u200b', 2026), { ok: true, birthYear: 1950 }],
    [
      'a birth year of a full-width keyboard',
      parseBirthYear('１９５０', 2026),
      { ok: true, birthYear: 1950 },
    ],
    ['an RT', parseRtRw('\u200e０03'), { ok: true, rtRw: '003' }],
    ['a NIK', parseNik('１８７２０１ ４１０１５０\u200b0001'), { ok: true, nik: '1872014101500001' }],
    [
      'a telephone number',
      parsePhone('＋６２ 812\u200b-3456-7890'),
      { ok: true, phone: '+6281234567890', kind: 'mobile' },
    ],
  ])('%s is read through invisible marks', (_name, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('a public number is read through invisible marks too', () => {
    expect(parsePublicNumber('\u200b７834 4834\u2060')).toBe('78344834');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNikAgainst, maskNik, type Nik, parseNik } from '../../../src/domain/people/nik';

const two = (value: number): string => String(value).padStart(2, '0');

const parts = fc.record({
  area: fc.stringMatching(/^[0-9]{6}$/),
  day: fc.integer({ min: 1, max: 31 }),
  isFemale: fc.boolean(),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 0, max: 99 }),
  serial: fc.integer({ min: 1, max: 9999 }),
});
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

function write(p: Parts): string {
  const serial = String(p.serial).padStart(4, '0');
  return `${p.area}${two(p.isFemale ? p.day + 40 : p.day)}${two(p.month)}${two(p.year)}${serial}`;
}

function read(text: string): Nik {
  const result = parseNik(text);
  if (!result.ok) throw new Error(`${text}: ${result.problem}`);
  return result.nik;
}

describe('parseNik', () => {
  it('accepts every day of every month, for men and women', () => {
    for (let month = 1; month <= 12; month += 1) {
      for (let day = 1; day <= 31; day += 1) {
        for (const shift of [0, 40]) {
          const text = `347105${two(day + shift)}${two(month)}550001`;
          expect(parseNik(text)).toEqual({ ok: true, nik: text });
        }
      }
    }
  });

  it('refuses every day and month out of range', () => {
    for (let day = 0; day <= 99; day += 1) {
      const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
      expect(parseNik(`187201${two(day)}01550001`).ok).toBe(isDay);
    }
    for (let month = 0; month <= 99; month += 1) {
      expect(parseNik(`18720101${two(month)}550001`).ok).toBe(month >= 1 && month <= 12);
    }
  });

  it('reads any NIK with separators between its digits', () => {
    fc.assert(
      fc.property(
        parts,
        fc.array(fc.constantFrom('', ' ', '.', '-', '\u200e'), {
          minLength: 17,
        }),
        (p, gaps) => {
          const text = write(p);
          const typed = [...text].map((digit, at) => `${gaps[at] ?? ''}${digit}`).join('');
          expect(parseNik(typed)).toEqual({ ok: true, nik: text });
        },
      ),
    );
  });

  it('refuses serial 0000', () => {
    expect(parseNik('1872010101550000')).toEqual({
      ok: false,
      problem: 'nik-serial-zero',
    });
  });

  it('refuses a NIK with a digit missing, added or replaced by a letter', () => {
    fc.assert(
      fc.property(parts, fc.nat(15), fc.constantFrom('O', 'l', '①', 'x', '+'), (p, at, wrong) => {
        const text = write(p);
        const before = text.slice(0, at);
        const after = text.slice(at + 1);
        for (const mutant of [before + after, `${before}55${after}`, before + wrong + after]) {
          expect(parseNik(mutant)).toEqual({
            ok: false,
            problem: 'nik-not-16-digits',
          });
        }
      }),
    );
  });

  it('says not-16-digits for an empty text', () => {
    expect(parseNik('')).toEqual({ ok: false, problem: 'nik-not-16-digits' });
  });
});

describe('checkNikAgainst', () => {
  it('warns exactly when the year or the sex differs', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1900, max: 2027 }), fc.boolean(), (p, birthYear, saysFemale) => {
        const warnings = checkNikAgainst(read(write(p)), {
          birthYear,
          sex: saysFemale ? 'female' : 'male',
        });
        expect(warnings.includes('nik-birth-year-differs')).toBe(birthYear % 100 !== p.year);
        expect(warnings.includes('nik-sex-differs')).toBe(saysFemale !== p.isFemale);
      }),
    );
  });

  it('gives no warning where nothing is known', () => {
    expect(checkNikAgainst(read('1872014101550001'), {})).toEqual([]);
  });
});

describe('maskNik', () => {
  it('shows only the last four digits', () => {
    expect(maskNik('1872014101551234')).toBe('************1234');
  });
});

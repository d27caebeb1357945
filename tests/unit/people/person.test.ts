import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLansia, parseBirthYear } from '../../../src/domain/people/birth-year';
import { parsePersonName } from '../../../src/domain/people/person-name';
import { RELATIONSHIPS } from '../../../src/domain/people/relationship';
import { parseRtRw } from '../../../src/domain/people/rt-rw';
import { countChars, MAX_NAME_CHARS } from '../../../src/domain/people/text-limits';
import { VISIT_NEEDS } from '../../../src/domain/people/visit-need';

const THIS_YEAR = 2026;

describe('parsePersonName', () => {
  it('returns an accepted text of any script exactly as typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const result = parsePersonName(text);
        if (result.ok) expect(result.name).toBe(text);
        else expect(['name-empty', 'name-too-long']).toContain(result.problem);
      }),
    );
  });

  it.each(['Siti', "  Hj. Nur'aini, S.Pd. ", 'ꦱꦶꦠꦶ', 'Zoë', 'Zoe\u0308', '李', 'O', '👩‍🦳'])(
    'accepts %j',
    (name) => {
      expect(parsePersonName(name)).toEqual({ ok: true, name });
    },
  );

  it.each(['', '   ', '\t\n', '\u200b', '\u00a0\u3000', '\u0000'])('calls %j empty', (text) => {
    expect(parsePersonName(text)).toEqual({
      ok: false,
      problem: 'name-empty',
    });
  });

  it('counts characters, not UTF-16 units, and ignores surrounding spaces', () => {
    expect(parsePersonName('𐒢'.repeat(MAX_NAME_CHARS)).ok).toBe(true);
    expect(parsePersonName(` ${'a'.repeat(MAX_NAME_CHARS)} `).ok).toBe(true);
    expect(parsePersonName('a'.repeat(MAX_NAME_CHARS + 1))).toEqual({
      ok: false,
      problem: 'name-too-long',
    });
    expect(countChars('a𐒢👍')).toBe(3);
  });
});

describe('parseBirthYear', () => {
  it('accepts exactly 1900 to this year', () => {
    for (let year = 1000; year <= 9999; year += 1) {
      const result = parseBirthYear(` ${year} `, THIS_YEAR);
      expect(result.ok ? result.birthYear : undefined).toBe(
        year >= 1900 && year <= THIS_YEAR ? year : undefined,
      );
    }
  });

  it.each([
    ['', 'birth-year-empty'],
    [' ', 'birth-year-empty'],
    ['55', 'birth-year-not-4-digits'],
    ['19555', 'birth-year-not-4-digits'],
    ['195a', 'birth-year-not-4-digits'],
    ['-955', 'birth-year-not-4-digits'],
    ['1e03', 'birth-year-not-4-digits'],
    ['1899', 'birth-year-too-early'],
    ['2027', 'birth-year-in-future'],
  ])('refuses %j: %s', (text, problem) => {
    expect(parseBirthYear(text, THIS_YEAR)).toEqual({ ok: false, problem });
  });
});

describe('isLansia', () => {
  it('starts at 60', () => {
    expect(isLansia(THIS_YEAR - 59, THIS_YEAR)).toBe(false);
    expect(isLansia(THIS_YEAR - 60, THIS_YEAR)).toBe(true);
  });
});

describe('parseRtRw', () => {
  it.each(['', '1', '01', '003', '120'])('keeps %j as it is', (text) => {
    expect(parseRtRw(` ${text} `)).toEqual({ ok: true, rtRw: text });
  });

  it.each(['0012', 'RT 3', '1/2', '-1', '1.5'])('refuses %j', (text) => {
    expect(parseRtRw(text)).toEqual({ ok: false, problem: 'rt-rw-not-number' });
  });
});

describe('lists of choices', () => {
  it('hold each choice once', () => {
    for (const list of [RELATIONSHIPS, VISIT_NEEDS]) expect(new Set(list).size).toBe(list.length);
  });
});

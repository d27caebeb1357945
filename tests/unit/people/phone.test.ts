import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone } from '../../../src/domain/people/format-phone';
import { canWhatsApp, isAbroad, parsePhone } from '../../../src/domain/people/phone';

const mobile = fc.stringMatching(/^8[1-35-9][0-9]{7,10}$/);
const prefixes = ['0', '', '62', '+62', '0062', '+620', '620'];
const gap = fc.constantFrom('', '', ' ', '.', '-', ' - ', '\u00a0', '\u2011', '\u202a', '(', ')');

describe('parsePhone', () => {
  it('returns one E.164 number for every prefix and spacing of a mobile number', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom(...prefixes),
        fc.array(gap, { minLength: 20, maxLength: 20 }),
        (n, p, gaps) => {
          const typed = [...`${p}${n}`].map((char, at) => `${gaps[at] ?? ''}${char}`).join('');
          expect(parsePhone(`${typed} `)).toEqual({
            ok: true,
            phone: `+62${n}`,
            kind: 'mobile',
          });
        },
      ),
    );
  });

  it('reads its own result, plain and formatted, as the same number', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, fc.stringMatching(/^[2-79][0-9]{6,10}$/)), (national) => {
        const first = parsePhone(`0${national}`);
        if (!first.ok) throw new Error(first.problem);
        expect(parsePhone(first.phone)).toEqual(first);
        expect(parsePhone(formatPhone(first.phone))).toEqual(first);
      }),
    );
  });

  it('accepts a landline of Metro, which has no WhatsApp', () => {
    expect(parsePhone('(0725) 41-234')).toEqual({
      ok: true,
      phone: '+6272541234',
      kind: 'landline',
    });
    expect(canWhatsApp('+6272541234')).toBe(false);
    expect(canWhatsApp('+6281234567890')).toBe(true);
  });

  it.each([
    ['+60 12-345 6789', '+60123456789'],
    ['0060 12 345 6789', '+60123456789'],
    ['+966 (50) 123.4567', '+966501234567'],
    ['＋852 ９１２３ ４５６７', '+85291234567'],
    ['\u202a+886 912 345 678\u202c', '+886912345678'],
    ['00 1 415 555 0100', '+14155550100'],
  ])('accepts a number of another country: %j', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, phone, kind: 'abroad' });
    expect(isAbroad(phone)).toBe(true);
    expect(canWhatsApp(phone)).toBe(true);
    expect(parsePhone(formatPhone(phone))).toMatchObject({ phone });
  });

  it.each([
    ['', 'phone-empty'],
    [' - ', 'phone-empty'],
    ['0', 'phone-too-short'],
    ['+62', 'phone-too-short'],
    ['08', 'phone-too-short'],
    ['081234567', 'phone-too-short'],
    ['41234', 'phone-too-short'],
    ['0725412', 'phone-too-short'],
    ['08123456789012', 'phone-too-long'],
    ['072541234567890', 'phone-too-long'],
    ['0841234567', 'phone-unclear'],
    ['0801234567', 'phone-unclear'],
    ['+0123456789', 'phone-unclear'],
    ['00 0812 3456 789', 'phone-unclear'],
    ['60123456789', 'phone-unclear'],
    ['+60 12345', 'phone-too-short'],
    ['+60 1234 5678 9012 34', 'phone-too-long'],
    ['72541234', 'phone-unclear'],
    ['0812345678x', 'phone-unclear'],
    ['0812+3456789', 'phone-unclear'],
    ['ibu@contoh.id', 'phone-unclear'],
  ])('refuses %j: %s', (text, problem) => {
    expect(parsePhone(text)).toEqual({ ok: false, problem });
  });

  it('accepts exactly the lengths of a mobile number', () => {
    for (let length = 2; length <= 15; length += 1) {
      const result = parsePhone(`0${'81'.padEnd(length, '7')}`);
      expect(result.ok).toBe(length >= 9 && length <= 12);
    }
  });

  it('never throws and never returns anything but + and digits, Indonesian ones as narrow as before', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(\+|00|0)?[0-9 ().-]{5,20}$/)),
        (text) => {
          const result = parsePhone(text);
          if (!result.ok) return;
          const isNational = result.kind !== 'abroad';
          expect(result.phone).toMatch(isNational ? /^\+62[2-9][0-9]{6,11}$/ : /^\+(?!62)[1-9][0-9]{7,14}$/);
          expect(isAbroad(result.phone)).toBe(!isNational);
        },
      ),
    );
  });
});

describe('formatPhone', () => {
  it.each([
    ['+6281234567890', '0812-3456-7890'],
    ['+62812345678', '0812-3456-78'],
    ['+6272541234', '0725-41234'],
    ['+622112345678', '021-12345678'],
    ['+60123456789', '+60123456789'],
    ['bukan nomor', 'bukan nomor'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(formatPhone(phone)).toBe(shown);
  });
});

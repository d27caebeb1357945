import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPublicNumber,
  makePublicNumber,
  parsePublicNumber,
} from '../../../src/domain/booking/public-number';

const serial = fc.integer({ min: 0, max: 9_999_999 });

describe('the public number', () => {
  it('is read back with any spacing between its digits', () => {
    fc.assert(
      fc.property(serial, fc.constantFrom('', ' ', '-', '.', '  '), (value, gap) => {
        const number = makePublicNumber(value);
        expect(number).toMatch(/^\d{8}$/);
        expect(parsePublicNumber(number.split('').join(gap))).toBe(number);
        expect(parsePublicNumber(formatPublicNumber(number))).toBe(number);
      }),
    );
  });

  it('shows any one wrong digit', () => {
    fc.assert(
      fc.property(serial, fc.nat(7), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
        const digits = makePublicNumber(value).split('');
        digits[place] = String((Number(digits[place]) + shift) % 10);
        return parsePublicNumber(digits.join('')) === undefined;
      }),
    );
  });

  it('shows any swap of two neighbouring digits', () => {
    fc.assert(
      fc.property(serial, fc.nat(6), (value, place) => {
        const number = makePublicNumber(value);
        fc.pre(number[place] !== number[place + 1]);
        const swapped = `${number.slice(0, place)}${number[place + 1]}${number[place]}${number.slice(place + 2)}`;
        return parsePublicNumber(swapped) === undefined;
      }),
    );
  });

  it('is refused unless it has eight digits', () => {
    for (const text of ['', '1234567', '123456789', 'abcdefgh', '١٢٣٤٥٦٧٨']) {
      expect(parsePublicNumber(text)).toBeUndefined();
    }
  });
});

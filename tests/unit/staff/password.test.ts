import { expect, test } from 'vitest';
import { countMissingChars } from '../../../src/domain/staff/password';

test.each([
  ['', 12],
  ['pendek', 6],
  ['sebelas.huu', 1],
  ['🙂🙂🙂🙂🙂🙂', 6],
  ['duabelas.huu', 0],
  ['lebih dari dua belas', 0],
])('%j lacks %i characters', (text, missing) => {
  expect(countMissingChars(text)).toBe(missing);
});

import { describe, expect, test } from 'vitest';
import { matchTotp } from '../../../src/server/commands/staff/match-totp';
import { totpCodeAt } from '../../support/totp-code';

/** The key of RFC 6238, appendix B, in base32: 12345678901234567890. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of RFC 6238, appendix B, last six digits', () => {
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('are made and matched at %i s', (seconds, code) => {
    expect(totpCodeAt(SECRET, Math.floor(seconds / 30))).toBe(code);
    expect(matchTotp(SECRET, code, seconds * 1000, null)).toBe(Math.floor(seconds / 30));
  });
});

describe('matchTotp', () => {
  const at = 1234567890_000;
  const step = Math.floor(at / 30_000);
  test.each([
    [-2, undefined],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, undefined],
  ])('judges a code that is %i steps away', (aside, expected) => {
    expect(matchTotp(SECRET, totpCodeAt(SECRET, step + aside), at, null)).toBe(expected);
  });

  test('refuses a used code and any before it', () => {
    expect(matchTotp(SECRET, totpCodeAt(SECRET, step), at, step)).toBeUndefined();
    expect(matchTotp(SECRET, totpCodeAt(SECRET, step - 1), at, step)).toBeUndefined();
    expect(matchTotp(SECRET, totpCodeAt(SECRET, step + 1), at, step)).toBe(step + 1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenIn, transferTokenIn } from '../../../src/domain/link/token-in';
import { unbentAddress } from '../../../src/web/ui/after-paint/unbent-address';

const TOKEN = 'aB3_-xYz0123456789QwEr';
const KEY = `${'k'.repeat(20)}-_${'Z9'.repeat(10)}a`;
const HOST = 'https://mpp.example.id';

describe('tokenIn', () => {
  it.each([
    TOKEN,
    `#${TOKEN}`,
    `${HOST}/ikuti#${TOKEN}`,
    `${HOST}/ikuti%23${TOKEN}`,
    `${HOST}/ikuti%2523${TOKEN}`,
    `HTTPS://MPP.EXAMPLE.ID/ikuti#${TOKEN}`,
    `#${TOKEN}.`,
    `#${TOKEN})`,
    `#${TOKEN}*`,
    `*${HOST}/ikuti#${TOKEN}*`,
    `#${TOKEN}%20`,
    `#${TOKEN}\u200b`,
    `#\u2068${TOKEN}\u2069`,
    `#_${TOKEN}_`,
    `<${HOST}/ikuti#${TOKEN}>`,
    `"${HOST}/ikuti#${TOKEN}",`,
    `${HOST}/ikuti?fbclid=IwAR0aB3_-xYz0123456789QwErAAA#${TOKEN}`,
    `${HOST}/ikuti?a=0123456789012345678901#${TOKEN}`,
    `#${TOKEN}?fbclid=IwAR0aB3_-xYz0123456789QwErAAA`,
    `#${TOKEN}&utm_source=wa`,
    `Ikuti kunjungan Ibu: ${HOST}/ikuti#${TOKEN} terima kasih`,
    `#${TOKEN}…`,
    `#${TOKEN}%`,
  ])('finds it in %s', (text) => {
    expect(tokenIn(text)).toBe(TOKEN);
  });

  it.each([
    '',
    '#',
    `#${TOKEN.slice(1)}`,
    `#${TOKEN}x`,
    `${HOST}/ikuti`,
    '#%zz',
    `#${TOKEN.slice(0, 10)} ${TOKEN.slice(10)}x`,
  ])('finds none in %j', (text) => {
    expect(tokenIn(text)).toBeUndefined();
  });

  it('finds every token, whatever is around it', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
    const before = fc.constantFrom('', '#', '%23', `${HOST}/ikuti#`, '\u200e#', '(#');
    const after = fc.constantFrom(
      '',
      '.',
      ')',
      '*',
      '%20',
      '\u200b',
      '?fbclid=abc',
      '&x=1',
      '!',
      '”',
      ' dan',
    );
    fc.assert(
      fc.property(before, token, after, (head, own, tail) => {
        expect(tokenIn(`${head}${own}${tail}`)).toBe(own);
      }),
    );
  });
});

describe('transferTokenIn', () => {
  const whole = `${TOKEN}.${KEY}`;
  it.each([
    whole,
    `#${whole}.`,
    `${HOST}/pindah%23${whole}`,
    `#${whole}%20`,
    `*${HOST}/pindah#${whole}*`,
    `#${whole}\u200b)`,
  ])('finds both in %s', (text) => {
    expect(transferTokenIn(text)).toEqual({ id: TOKEN, key: KEY });
  });

  it.each(['', `#${TOKEN}`, `#${whole}x`])('finds none in %j', (text) => {
    expect(transferTokenIn(text)).toBeUndefined();
  });
});

it('an address whose fragment became part of its path is repaired', () => {
  expect(unbentAddress(`/ikuti%23${TOKEN}`)).toBe(`/ikuti#${TOKEN}`);
  expect(unbentAddress(`/ikuti?fbclid=1%23${TOKEN}`)).toBe(`/ikuti?fbclid=1#${TOKEN}`);
  expect(unbentAddress(`/ikuti#${TOKEN}%23`)).toBeUndefined();
  expect(unbentAddress('/layanan')).toBeUndefined();
});

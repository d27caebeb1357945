import { expect, test } from 'vitest';
import { withDictated } from '../../../src/web/resident/simple/dictated-text';

const field = (value: string, inputMode?: string, autoCapitalize?: string) => ({
  value,
  inputMode,
  autoCapitalize,
});

test.each([
  ['an empty field is filled', field(''), 'jalan mawar nomor 3', 'Jalan mawar nomor 3'],
  ['text goes after what is there', field('Jalan Mawar '), 'nomor 3', 'Jalan Mawar nomor 3'],
  ['names have capitals', field('', undefined, 'words'), 'siti aminah', 'Siti Aminah'],
  ['a name is continued', field('Siti', undefined, 'words'), 'aminah', 'Siti Aminah'],
  ['a year in digits', field('', 'numeric'), '1948', '1948'],
  ['a year said digit by digit', field('', 'numeric'), 'satu sembilan empat delapan', '1948'],
  ['a year said again', field('1984', 'numeric'), '19 48', '1948'],
  ['a Javanese number', field('', 'numeric'), 'setunggal sanga gangsal nol', '1950'],
  ['an English number', field('', 'numeric'), 'one nine five oh', '1950'],
  ['a telephone number in groups', field('', 'tel'), '0812 34-56 78.90', '081234567890'],
  ['the next group of a telephone number', field('0812', 'tel'), 'tiga empat 56', '08123456'],
  ['a country code', field('', 'tel'), '+62 812 345', '+62812345'],
  ['a country code in words', field('', 'tel'), 'plus 62 812', '+62812'],
  ['words around a number', field('', 'tel'), 'nomor saya 0812', '0812'],
])('%s', (_name, before, heard, after) => {
  expect(withDictated(before, heard)).toBe(after);
});

test.each([['tujuh puluh lima'], ['seribu sembilan ratus lima puluh'], ['nineteen fifty'], ['tidak tahu']])(
  '"%s" is not written as a guessed number',
  (heard) => {
    expect(withDictated(field('1948', 'numeric'), heard)).toBeUndefined();
  },
);

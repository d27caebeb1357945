import { expect, test } from 'vitest';
import { startOfCsv, writeCsv } from '../../../src/server/queries/csv/write-csv';

test('quotes every cell, ends every line as RFC 4180 says, and writes nothing before the first', () => {
  const lines = [
    ['baris', 'nilai'],
    ['Kel. Metro, Metro Pusat', ''],
    ['kata "sandi"', 'dua\nbaris'],
  ];
  expect(writeCsv(lines)).toBe(
    '"baris","nilai"\r\n"Kel. Metro, Metro Pusat",""\r\n"kata ""sandi""","dua\nbaris"\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tteks', '\rteks', '＝1+1'])(
  'keeps %j as text although it begins like a formula',
  (text) => {
    expect(writeCsv([[text, `a${text}`]])).toBe(`"'${text}","a${text}"\r\n`);
  },
);

test('leaves text that no spreadsheet runs as it is', () => {
  expect(writeCsv([['<5', '12', "'kutip", '{"a":1}']])).toBe('"<5","12","\'kutip","{""a"":1}"\r\n');
});

test('writes nothing for no lines', () => {
  expect(writeCsv([])).toBe('');
});

test('writes what a spreadsheet in Indonesian reads: semicolons, a comma in decimals, a byte order mark', () => {
  const lines = [
    ['angka', 'nilai'],
    ['median; hari', 2.5],
    ['nomor', '1.5'],
    ['jumlah', 1250],
  ];
  expect(startOfCsv('semicolon') + writeCsv(lines, 'semicolon')).toBe(
    '\uFEFF"angka";"nilai"\r\n"median; hari";"2,5"\r\n"nomor";"1.5"\r\n"jumlah";"1250"\r\n',
  );
  expect(startOfCsv('comma') + writeCsv([['median', 2.5]], 'comma')).toBe('"median","2.5"\r\n');
  expect(writeCsv([['=1+1;2', 5]], 'semicolon')).toBe(`"'=1+1;2";"5"\r\n`);
});

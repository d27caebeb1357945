import { expect, test } from 'vitest';
import { writeCsv } from '../../../src/server/queries/csv/write-csv';

test('every cell is quoted, every line ends as RFC 4180 says, and nothing comes before the first', () => {
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
  '%j begins as a formula and is kept text',
  (text) => {
    expect(writeCsv([[text, `a${text}`]])).toBe(`"'${text}","a${text}"\r\n`);
  },
);

test('what no spreadsheet runs stays as it is', () => {
  expect(writeCsv([['<5', '12', "'kutip", '{"a":1}']])).toBe('"<5","12","\'kutip","{""a"":1}"\r\n');
});

test('no lines are no text', () => {
  expect(writeCsv([])).toBe('');
});

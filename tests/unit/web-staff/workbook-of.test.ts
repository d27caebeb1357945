import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { workbookOf } from '../../../src/web/staff/shell/export/workbook-of';

/** The cells of the only sheet, each as its place, its type and what it holds. */
async function cellsOf(csv: string): Promise<readonly string[]> {
  const workbook = await workbookOf(csv, 'angka');
  if (workbook === undefined) throw new Error('no workbook');
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(read('xl/workbook.xml')).toContain('name="angka"');
  const shared = [...read('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text);
  return [...read('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/g)].map(
    ([, place, kind = '', content = '']) => {
      const value = /<v>(.*?)<\/v>/.exec(content)?.[1] ?? '';
      return kind.includes('t="s"') ? `${place} text ${shared[Number(value)]}` : `${place} number ${value}`;
    },
  );
}

test('numbers become numbers; identifiers, dates, hidden counts and what looks like a formula stay text', async () => {
  const csv = [
    '"angka","nilai"',
    '"median, hari","2.5"',
    '"jumlah","1250"',
    '"nomor","04827193"',
    '"panjang","1234567890123456"',
    '"tersembunyi","<5"',
    '"waktu","2026-11-29T01:02:03.000Z"',
    '"rumus","\'=1+1"',
    '"kosong",""',
    '',
  ].join('\r\n');
  expect(await cellsOf(csv)).toEqual([
    'A1 text angka',
    'B1 text nilai',
    'A2 text median, hari',
    'B2 number 2.5',
    'A3 text jumlah',
    'B3 number 1250',
    'A4 text nomor',
    'B4 text 04827193',
    'A5 text panjang',
    'B5 text 1234567890123456',
    'A6 text tersembunyi',
    'B6 text &lt;5',
    'A7 text waktu',
    'B7 text 2026-11-29T01:02:03.000Z',
    'A8 text rumus',
    "B8 text '=1+1",
    'A9 text kosong',
  ]);
});

test('a cell of two lines and with quotes stays one cell', async () => {
  expect(await cellsOf('"a","b"\r\n"dua\nbaris","kata ""sandi"""\r\n')).toEqual([
    'A1 text a',
    'B1 text b',
    'A2 text dua\nbaris',
    'B2 text kata "sandi"',
  ]);
});

test('more lines than a sheet has make no workbook', async () => {
  expect(await workbookOf('"1"\r\n'.repeat(1_048_577), 'audit')).toBeUndefined();
});

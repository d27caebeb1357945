import { stringify } from 'csv-stringify/sync';
import type { CsvSeparator } from '../../../contract/staff/csv';

const DELIMITERS = { comma: ',', semicolon: ';' } as const satisfies Record<CsvSeparator, string>;

/** Without it, a spreadsheet reads UTF-8 as the encoding of its own language. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A cell; a number is written with the decimal mark of the file. */
export type CsvCell = string | number;

/**
 * Writes lines of CSV (RFC 4180), every cell quoted. Where the list separator is a semicolon, as in Indonesia,
 * the decimal mark is a comma. Spreadsheets run a cell that begins like a formula (OWASP, CSV injection), so
 * such a cell gets a leading quote, which keeps it text.
 */
export function writeCsv(lines: readonly (readonly CsvCell[])[], separator: CsvSeparator = 'comma'): string {
  const cells = lines.map((line) => line.map((cell) => cellOf(cell, separator)));
  return stringify(cells, {
    delimiter: DELIMITERS[separator],
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
  });
}

/** Returns what a file begins with, before its first line. */
export function startOfCsv(separator: CsvSeparator = 'comma'): string {
  return separator === 'semicolon' ? BYTE_ORDER_MARK : '';
}

function cellOf(cell: CsvCell, separator: CsvSeparator): string {
  return separator === 'semicolon' && typeof cell === 'number' ? `${cell}`.replace('.', ',') : `${cell}`;
}

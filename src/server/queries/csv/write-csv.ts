import { stringify } from 'csv-stringify/sync';

/**
 * Writes lines of CSV (RFC 4180), every cell quoted. Spreadsheets run a cell that begins like a formula
 * (OWASP, CSV injection), so such a cell gets a leading quote, which keeps it text.
 */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return stringify([...lines], {
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
  });
}

import { stringify } from 'csv-stringify/sync';

/**
 * Lines of CSV (RFC 4180), every cell quoted. A cell that begins as a formula is run by spreadsheets (OWASP, CSV
 * injection): it gets a quote before it, which keeps it text.
 */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return stringify([...lines], {
    record_delimiter: 'windows',
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
  });
}

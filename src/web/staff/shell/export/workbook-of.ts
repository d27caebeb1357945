import { csvParseRows } from 'd3-dsv';
import writeExcelFile from 'write-excel-file/browser';

/** Rows of a worksheet (ECMA-376: 1,048,576). */
const MAX_ROWS = 1_048_576;

/** Widths in characters, between which a column is as wide as its longest cell. */
const WIDTH = { min: 8, max: 60 };

/** 15 digits are what a spreadsheet keeps of a number; identifiers with a leading zero stay text. */
const NUMBER = /^(0|[1-9]\d{0,14})(\.\d+)?$/;

/**
 * Makes a workbook of one sheet from CSV with commas: the first line as a bold heading that stays in view,
 * numbers as numbers. `undefined` where the lines are more than a sheet has.
 */
export async function workbookOf(csv: string, sheet: string): Promise<Blob | undefined> {
  const data = csvParseRows(csv);
  if (data.length > MAX_ROWS) return undefined;
  const rows = data.map((line, row) => line.map((cell) => cellOf(cell, row === 0)));
  const columns = (data[0] ?? []).map((_, column) => ({ width: widthOf(data, column) }));
  return writeExcelFile(rows, { sheet, columns, stickyRowsCount: 1 }).toBlob();
}

function cellOf(value: string, isHeading: boolean) {
  if (isHeading) return { value, type: String, fontWeight: 'bold' as const };
  if (value === '') return null;
  return NUMBER.test(value) ? { value: Number(value), type: Number } : { value, type: String };
}

function widthOf(lines: readonly (readonly string[])[], column: number): number {
  const longest = lines.reduce((most, line) => Math.max(most, line[column]?.length ?? 0), WIDTH.min);
  return Math.min(longest, WIDTH.max);
}

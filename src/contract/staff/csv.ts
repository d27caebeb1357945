import * as v from 'valibot';

/**
 * `semicolon`: as spreadsheets in Indonesian and most of Europe read a CSV file, with a comma in decimals and a
 * byte order mark. `comma`: RFC 4180, as programs read it.
 */
export const csvSeparator = v.picklist(['semicolon', 'comma']);

export type CsvSeparator = v.InferOutput<typeof csvSeparator>;

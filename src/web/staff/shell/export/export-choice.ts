import { type CsvSeparator, csvSeparator } from '../../../../contract/staff/csv';

/** How a table leaves the desk: a workbook, or CSV with one of two separators. */
export type ExportChoice = 'xlsx' | CsvSeparator;

export const EXPORT_CHOICES: readonly ExportChoice[] = ['xlsx', ...csvSeparator.options];

const KEY = 'mpp-export';

/**
 * Returns the choice kept in this browser. Without one, CSV is written as a spreadsheet in Indonesian, the
 * language of the staff app, reads it.
 */
export function readExportChoice(): ExportChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return EXPORT_CHOICES.find((choice) => choice === kept) ?? 'semicolon';
  } catch {
    return 'semicolon';
  }
}

export function keepExportChoice(choice: ExportChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Without storage, the choice holds until the page is left.
  }
}

import type { CsvSeparator } from '../../../contract/staff/csv';
import { type Figures, type FiguresQuery, figures } from '../../../contract/staff/figures';
import { callApi } from '../shell/api/api';

/** Reads the figures of whole months. Rejects with an `ApiFailure`. */
export function readFigures(query: FiguresQuery): Promise<Figures> {
  return callApi('GET', `/api/staff/figures?${new URLSearchParams(query)}`, figures);
}

/** Returns the address of the same figures as CSV. */
export function figuresCsvAddress(query: FiguresQuery, separator: CsvSeparator): string {
  return `/api/staff/figures.csv?${new URLSearchParams({ ...query, separator })}`;
}

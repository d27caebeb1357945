import type { CsvSeparator } from '../../../contract/staff/csv';
import type { Figures } from '../../../contract/staff/figures';
import type { ServerContext } from '../../db/engine/context';
import { type CsvCell, startOfCsv, writeCsv } from '../csv/write-csv';

/** What is hidden stays text, so that no spreadsheet sums it as 0. */
const HIDDEN = '<5';

type Line = readonly [table: string, line: string, figure: string, value: CsvCell];

/** Returns the figures as CSV, one value on each line. Names come from the city's configuration. */
export function figuresCsv({ city }: ServerContext, figures: Figures, separator?: CsvSeparator): string {
  const { requests, visits, oneVisit, waiting } = figures;
  const period = `${figures.from} s.d. ${figures.to}`;
  const lines: Line[] = [
    ['ringkasan', period, 'permohonan', requests],
    ['ringkasan', period, 'kunjungan', visits],
    ...shareLines('satu kunjungan selesai', 'semua', oneVisit),
    ['waktu tunggu', 'semua', 'median hari kerja', waiting === null ? HIDDEN : (waiting.medianDays ?? '')],
    ['waktu tunggu', 'semua', 'sesuai janji', waiting?.withinPromise ?? HIDDEN],
    ['waktu tunggu', 'semua', 'kunjungan pertama', waiting?.people ?? HIDDEN],
    ...figures.kecamatan.flatMap((one) => shareLines('satu kunjungan selesai', one.name, one.oneVisit)),
    ...figures.programmes.flatMap((one) => shareLines('satu kunjungan selesai', one.programme, one.oneVisit)),
    ...figures.outcomes.map((one): Line => ['hasil', one.outcome, 'layanan', one.services ?? HIDDEN]),
    ...figures.channels.map((one): Line => ['jalur', one.channel, 'permohonan', one.requests ?? HIDDEN]),
    ...figures.kelurahan.flatMap(({ area, ...one }): Line[] => {
      const known = city.areas.find(({ code }) => code === area);
      const name = known === undefined ? area : `Kel. ${known.kelurahan}, ${known.kecamatan}`;
      return [
        ['kelurahan', name, 'permohonan', one.requests ?? HIDDEN],
        ['kelurahan', name, 'kunjungan', one.visits ?? HIDDEN],
      ];
    }),
  ];
  return startOfCsv(separator) + writeCsv([['tabel', 'baris', 'angka', 'nilai'], ...lines], separator);
}

function shareLines(table: string, line: string, share: Figures['oneVisit']): readonly Line[] {
  return [
    [table, line, 'selesai', share?.done ?? HIDDEN],
    [table, line, 'kunjungan pertama', share?.of ?? HIDDEN],
  ];
}

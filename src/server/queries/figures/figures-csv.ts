import type { Figures } from '../../../contract/staff/figures';
import type { ServerContext } from '../../db/engine/context';
import { writeCsv } from '../csv/write-csv';

/** What is hidden stays text, so that no spreadsheet sums it as 0. */
const HIDDEN = '<5';

type Line = readonly [table: string, line: string, figure: string, value: string];

/** Returns the figures as CSV, one value on each line. Names come from the city's configuration. */
export function figuresCsv({ city }: ServerContext, figures: Figures): string {
  const { requests, visits, oneVisit, waiting } = figures;
  const period = `${figures.from} s.d. ${figures.to}`;
  const lines: Line[] = [
    ['ringkasan', period, 'permohonan', String(requests)],
    ['ringkasan', period, 'kunjungan', String(visits)],
    ...shareLines('satu kunjungan selesai', 'semua', oneVisit),
    ['waktu tunggu', 'semua', 'median hari kerja', waiting === null ? HIDDEN : `${waiting.medianDays ?? ''}`],
    ['waktu tunggu', 'semua', 'sesuai janji', waiting === null ? HIDDEN : `${waiting.withinPromise}`],
    ['waktu tunggu', 'semua', 'kunjungan pertama', waiting === null ? HIDDEN : `${waiting.people}`],
    ...figures.kecamatan.flatMap((one) => shareLines('satu kunjungan selesai', one.name, one.oneVisit)),
    ...figures.programmes.flatMap((one) => shareLines('satu kunjungan selesai', one.programme, one.oneVisit)),
    ...figures.outcomes.map((one): Line => ['hasil', one.outcome, 'layanan', countOf(one.services)]),
    ...figures.channels.map((one): Line => ['jalur', one.channel, 'permohonan', countOf(one.requests)]),
    ...figures.kelurahan.flatMap(({ area, ...one }): Line[] => {
      const known = city.areas.find(({ code }) => code === area);
      const name = known === undefined ? area : `Kel. ${known.kelurahan}, ${known.kecamatan}`;
      return [
        ['kelurahan', name, 'permohonan', countOf(one.requests)],
        ['kelurahan', name, 'kunjungan', countOf(one.visits)],
      ];
    }),
  ];
  return writeCsv([['tabel', 'baris', 'angka', 'nilai'], ...lines]);
}

function shareLines(table: string, line: string, share: Figures['oneVisit']): readonly Line[] {
  return [
    [table, line, 'selesai', share === null ? HIDDEN : String(share.done)],
    [table, line, 'kunjungan pertama', share === null ? HIDDEN : String(share.of)],
  ];
}

function countOf(count: number | null): string {
  return count === null ? HIDDEN : String(count);
}

import * as v from 'valibot';
import { OUTCOMES } from '../../domain/visit/outcome';
import { areaCode } from '../scalars';
import { csvSeparator } from './csv';

/** Whole months: figures of single days could be subtracted from each other until one person is left. */
const month = v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/));

/** Query of `GET /api/staff/figures`: from the first day of `from` to the last day of `to`. */
export const figuresQuery = v.strictObject({ from: month, to: month });

/** Query of `GET /api/staff/figures.csv`. */
export const figuresCsvQuery = v.strictObject({
  ...figuresQuery.entries,
  separator: v.optional(csvSeparator),
});

/** `null`: too few people for the count to be shown without identifying one of them. */
const count = v.nullable(v.number());
const share = v.nullable(v.object({ done: v.number(), of: v.number() }));

/**
 * Response of `GET /api/staff/figures`: what was done in a period, without personal data. queries/figures
 * says what each figure counts.
 */
export const figures = v.object({
  from: month,
  to: month,
  requests: v.number(),
  visits: v.number(),
  /** "Satu kunjungan selesai". */
  oneVisit: share,
  waiting: v.nullable(
    v.object({
      medianDays: v.optional(v.number()),
      people: v.number(),
      withinPromise: v.number(),
      promiseDays: v.number(),
    }),
  ),
  outcomes: v.array(v.object({ outcome: v.picklist(OUTCOMES), services: count })),
  channels: v.array(
    v.object({ channel: v.picklist(['online', 'phone', 'kelurahan', 'callback']), requests: count }),
  ),
  programmes: v.array(v.object({ programme: v.string(), oneVisit: share })),
  kecamatan: v.array(v.object({ name: v.string(), oneVisit: share })),
  kelurahan: v.array(v.object({ area: areaCode, requests: count, visits: count })),
});

export type FiguresCsvQuery = v.InferOutput<typeof figuresCsvQuery>;
export type FiguresQuery = v.InferOutput<typeof figuresQuery>;
export type Figures = v.InferOutput<typeof figures>;

import * as v from 'valibot';
import { bookingId, instant, publicNumber } from '../scalars';
import { staffId } from './auth';
import { csvSeparator } from './csv';

/**
 * Query of `GET /api/staff/audit`, which answers the latest entries first. `after` is the last seq of the
 * previous page, `from` the earliest instant.
 */
export const auditQuery = v.strictObject({
  booking: v.optional(bookingId),
  /** The public number of a booking, for an admin who does not have its id. */
  number: v.optional(publicNumber),
  staff: v.optional(staffId),
  from: v.optional(instant),
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))),
});

/** Query of `GET /api/staff/audit.csv`. */
export const auditCsvQuery = v.strictObject({ ...auditQuery.entries, separator: v.optional(csvSeparator) });

/** Who did or saw what, when and from which address. `detail` is JSON without personal data. */
export const auditLine = v.object({
  seq: v.number(),
  at: instant,
  staffId,
  staffName: v.string(),
  address: v.string(),
  action: v.string(),
  bookingId: v.optional(bookingId),
  number: v.optional(v.string()),
  detail: v.string(),
  hash: v.string(),
});
export const auditPage = v.object({ lines: v.array(auditLine), next: v.optional(v.string()) });

/**
 * Response of `GET /api/staff/audit/verify`: `brokenAt` is the first seq that does not follow from the entry
 * before it.
 */
export const auditVerified = v.object({
  isWhole: v.boolean(),
  entries: v.number(),
  brokenAt: v.optional(v.number()),
});

export type AuditCsvQuery = v.InferOutput<typeof auditCsvQuery>;
export type AuditQuery = v.InferOutput<typeof auditQuery>;
export type AuditLine = v.InferOutput<typeof auditLine>;
export type AuditPage = v.InferOutput<typeof auditPage>;
export type AuditVerified = v.InferOutput<typeof auditVerified>;

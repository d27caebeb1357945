import type { AuditPage, AuditQuery, AuditVerified } from '../../../contract/staff/audit';
import type { CsvSeparator } from '../../../contract/staff/csv';
import type { BookingId } from '../../../domain/booking/booking';
import type { StaffId } from '../../../domain/staff/role';
import { auditHash } from '../../db/audit/append-audit';
import { type EntryRange, findMentions } from '../../db/audit/mentions';
import { asideOf, type ServerContext } from '../../db/engine/context';
import { startOfCsv, writeCsv } from '../csv/write-csv';

const PAGE_LINES = 200;
const VERIFY_ROWS = 1_000;
const HOUR_MS = 3_600_000;

type Subject = { readonly id?: BookingId; readonly number?: string } | undefined;

/**
 * Reads a page of the audit, the latest entries first. An entry about a list is found by each booking that
 * the list showed.
 */
export async function auditPage(context: ServerContext, asked: AuditQuery): Promise<AuditPage> {
  const { db, city } = context;
  const { staff, from, after } = asked;
  const subject = await subjectOf(context, asked);
  const sinceMs = from === undefined ? 0 : Date.parse(from) || 0;
  const range = {
    from: from === undefined ? 1 : await firstSince(context, sinceMs),
    to: after === undefined ? Number.MAX_SAFE_INTEGER : Number(after) - 1,
    sinceMs,
    staff,
  };
  let query = db
    .selectFrom('audit_entries as a')
    .leftJoin('staff as m', (join) => join.onRef('m.city', '=', 'a.city').onRef('m.id', '=', 'a.staff_id'))
    .leftJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'a.city').onRef('b.id', '=', 'a.booking_id'),
    )
    .selectAll('a')
    .select(['m.name', 'b.number'])
    .where('a.city', '=', city.code);
  if (subject !== undefined) {
    const entries = await entriesOf(context, subject, range);
    if (entries.length === 0) return { lines: [] };
    // These are within the range, which would lead to more of them than the list does.
    query = query.where('a.seq', 'in', entries);
  } else {
    query = query.where('a.seq', '>=', range.from).where('a.seq', '<=', range.to);
  }
  if (staff !== undefined) query = query.where('a.staff_id', '=', staff);
  if (from !== undefined) query = query.where('a.at', '>=', sinceMs);
  const rows = await query
    .orderBy('a.seq', 'desc')
    .limit(PAGE_LINES + 1)
    .execute();
  const page = rows.slice(0, PAGE_LINES);
  const last = page.at(-1);
  return {
    lines: page.map((row) => ({
      seq: row.seq,
      at: new Date(row.at).toISOString(),
      staffId: row.staff_id,
      staffName: row.name ?? '',
      address: row.address,
      action: row.action,
      ...(row.booking_id === null ? {} : { bookingId: row.booking_id }),
      ...(row.number === null ? {} : { number: row.number }),
      detail: row.detail,
      hash: row.hash,
    })),
    ...(rows.length > page.length && last !== undefined ? { next: String(last.seq) } : {}),
  };
}

/**
 * Returns the entry from which on all that happened since `atMs` is found. Several processes write, so their clocks may
 * differ, by less than an hour.
 */
async function firstSince({ db, city }: ServerContext, atMs: number): Promise<number> {
  const row = await db
    .selectFrom('audit_entries')
    .select('seq')
    .where('city', '=', city.code)
    .where('at', '>=', atMs - HOUR_MS)
    .orderBy('at')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? Number.MAX_SAFE_INTEGER;
}

/** Returns the newest entries about a booking: those of its own, and those of lists that showed it. */
async function entriesOf(
  context: ServerContext,
  { id, number }: NonNullable<Subject>,
  range: EntryRange,
): Promise<number[]> {
  const { db, city } = context;
  const own =
    id === undefined
      ? []
      : await db
          .selectFrom('audit_entries')
          .select('seq')
          .where('city', '=', city.code)
          .where('booking_id', '=', id)
          .where('seq', '>=', range.from)
          .where('seq', '<=', range.to)
          .where('at', '>=', range.sinceMs)
          .$if(range.staff !== undefined, (query) =>
            query.where('staff_id', '=', range.staff ?? ('' as StaffId)),
          )
          .orderBy('seq', 'desc')
          .limit(PAGE_LINES + 1)
          .execute();
  const listed = number === undefined ? [] : await findMentions(context, number, range, PAGE_LINES + 1);
  return [...new Set([...own.map(({ seq }) => seq), ...listed])]
    .sort((a, b) => b - a)
    .slice(0, PAGE_LINES + 1);
}

/**
 * Finds the booking that the query is about, as far as it is known; `undefined` when the query names none.
 */
async function subjectOf({ db, city }: ServerContext, { booking, number }: AuditQuery): Promise<Subject> {
  const bookings = db.selectFrom('bookings').select(['id', 'number']).where('city', '=', city.code);
  if (booking !== undefined) {
    const row = await bookings.where('id', '=', booking).executeTakeFirst();
    return row ?? { id: booking };
  }
  if (number === undefined) return undefined;
  const row = await bookings.where('number', '=', number).executeTakeFirst();
  return row ?? { number };
}

/** Checks the whole chain again: no entry is changed or missing, and the head names the last one. */
export async function verifyAudit(context: ServerContext): Promise<AuditVerified> {
  const { db, city } = asideOf(context);
  const head = await db
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('city', '=', city.code)
    .executeTakeFirst();
  const end = head ?? { seq: 0, hash: '' };
  let prev = { seq: 0, hash: '' };
  while (prev.seq < end.seq) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('city', '=', city.code)
      .where('seq', '>', prev.seq)
      .where('seq', '<=', end.seq)
      .orderBy('seq')
      .limit(VERIFY_ROWS)
      .execute();
    if (rows.length === 0) return { isWhole: false, entries: end.seq, brokenAt: prev.seq + 1 };
    for (const row of rows) {
      const follows = row.seq === prev.seq + 1 && row.prev_hash === prev.hash;
      if (!follows || row.hash !== auditHash(context, row)) {
        return { isWhole: false, entries: end.seq, brokenAt: prev.seq + 1 };
      }
      prev = row;
    }
  }
  return prev.hash === end.hash
    ? { isWhole: true, entries: end.seq }
    : { isWhole: false, entries: end.seq, brokenAt: end.seq };
}

const COLUMNS = [
  'seq',
  'at',
  'staffName',
  'staffId',
  'address',
  'action',
  'number',
  'detail',
  'hash',
] as const;

/** Yields all pages as CSV, the latest entries first, piece by piece. */
export async function* auditCsv(
  from: ServerContext,
  asked: AuditQuery,
  separator?: CsvSeparator,
): AsyncGenerator<string> {
  const context = asideOf(from);
  yield startOfCsv(separator) + writeCsv([COLUMNS], separator);
  let after = asked.after;
  do {
    const page = await auditPage(context, { ...asked, ...(after === undefined ? {} : { after }) });
    const lines = page.lines.map((line) => COLUMNS.map((column) => line[column] ?? ''));
    yield writeCsv(lines, separator);
    after = page.next;
  } while (after !== undefined);
}

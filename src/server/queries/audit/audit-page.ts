import type { AuditPage, AuditQuery, AuditVerified } from '../../../contract/staff/audit';
import type { CsvSeparator } from '../../../contract/staff/csv';
import type { BookingId } from '../../../domain/booking/booking';
import { auditHash } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { startOfCsv, writeCsv } from '../csv/write-csv';

const PAGE_LINES = 200;
const VERIFY_ROWS = 1_000;

type Subject = { readonly id?: BookingId; readonly number?: string } | undefined;

/**
 * Reads a page of the audit, the latest entries first. An entry about a list is found by each booking that
 * the list showed.
 */
export async function auditPage(context: ServerContext, asked: AuditQuery): Promise<AuditPage> {
  const { db, city } = context;
  const { staff, from, after } = asked;
  const subject = await subjectOf(context, asked);
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
    query = query.where((eb) =>
      eb.or([
        ...(subject.id === undefined ? [] : [eb('a.booking_id', '=', subject.id)]),
        ...(subject.number === undefined ? [] : [eb('a.detail', 'like', `%"${subject.number}"%`)]),
      ]),
    );
  }
  if (staff !== undefined) query = query.where('a.staff_id', '=', staff);
  if (from !== undefined) query = query.where('a.at', '>=', Date.parse(from) || 0);
  if (after !== undefined) query = query.where('a.seq', '<', Number(after));
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
  const { db, city } = context;
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
  context: ServerContext,
  asked: AuditQuery,
  separator?: CsvSeparator,
): AsyncGenerator<string> {
  yield startOfCsv(separator) + writeCsv([COLUMNS], separator);
  let after = asked.after;
  do {
    const page = await auditPage(context, { ...asked, ...(after === undefined ? {} : { after }) });
    const lines = page.lines.map((line) => COLUMNS.map((column) => line[column] ?? ''));
    yield writeCsv(lines, separator);
    after = page.next;
  } while (after !== undefined);
}

import { type RawBuilder, sql } from 'kysely';
import type { Cursor } from '../../../contract/scalars';
import type { QueueLine, QueuePage, QueueQuery } from '../../../contract/staff/desk';
import type { PublicNumber } from '../../../domain/booking/booking';
import type { ProgrammeId } from '../../../domain/catalogue/programme';
import type { AreaCode } from '../../../domain/city/city';
import { joinedDigits } from '../../../domain/people/plain-digits';
import { readDoubles } from '../../db/booking/doubles';
import { referredTo } from '../../db/booking/referral';
import { type SearchedToken, searchTokensFor } from '../../db/booking/search-tokens';
import {
  joinSlots,
  type StaffBooking,
  scheduledOf,
  selectStaffBookings,
  unsealRequest,
} from '../../db/booking/staff-booking';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';

/** Decrypting rows takes most of the time: a page has few of them, however many the city has. */
const PAGE_LINES = 50;

/** `areas` restricts the queue to these areas, for kelurahan staff. */
export type QueueAsked = QueueQuery & { readonly areas?: readonly AreaCode[] };

/**
 * Reads a page of the queue: open bookings in order of submission, those that are over with the latest first.
 */
export async function queuePage(context: ServerContext, asked: QueueAsked): Promise<QueuePage> {
  const { db, city } = context;
  // Read first, so that a change made meanwhile is reported again rather than missed.
  const cursor = await lastChange(db, city.code);
  const isLatestFirst = asked.view === 'over' || asked.view === 'all';
  const filter = filterOf(context, asked);
  const rows = await selectStaffBookings(db, city.code)
    .where(filter)
    .$if(asked.after !== undefined, (query) =>
      query.where('b.submitted_change', isLatestFirst ? '<' : '>', Number(asked.after)),
    )
    .orderBy(orderOf(asked), isLatestFirst ? 'desc' : 'asc')
    .limit(PAGE_LINES + 1)
    .execute();
  const { total } = await countable(context, asked)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(filter)
    .executeTakeFirstOrThrow();
  const page = rows.slice(0, PAGE_LINES);
  const doubles = await readDoubles(context, page, asked.areas);
  const last = page.at(-1);
  return {
    lines: page.map((row) => lineOf(context, row, doubles.get(row.id) ?? [])),
    ...(rows.length > page.length && last !== undefined ? { next: String(last.submitted_change) } : {}),
    total,
    cursor: String(cursor) as Cursor,
  };
}

/**
 * Conflicts are few: finding them first and then sorting is faster, whereas SQLite would otherwise scan all
 * bookings in that order.
 */
function orderOf({ view }: QueueAsked) {
  return view === 'conflict' ? sql<number>`+b.submitted_change` : sql<number>`b.submitted_change`;
}

/** Joins the windows only where the query asks about them. */
function countable({ db, city }: ServerContext, { day, unit }: QueueAsked) {
  if (day !== undefined || unit !== undefined) return joinSlots(db, city.code);
  return db.selectFrom('bookings as b').where('b.city', '=', city.code);
}

function filterOf(
  context: ServerContext,
  { view = 'open', day, unit, area, programme, q, areas }: QueueAsked,
) {
  const parts = [view === 'conflict' ? conflictOf(context) : VIEWS[view]];
  if (day !== undefined) parts.push(sql`r.day = ${day}`);
  if (unit !== undefined) parts.push(sql`r.unit = ${unit}`);
  if (area !== undefined) parts.push(sql`b.area = ${area}`);
  if (areas !== undefined)
    parts.push(areas.length === 0 ? NOTHING : sql`b.area IN (${sql.join([...areas])})`);
  if (programme !== undefined) parts.push(hasServiceOf(context, programme));
  if (q !== undefined && q.trim() !== '') parts.push(searchOf(context, q));
  return sql<boolean>`(${sql.join(parts, sql` AND `)})`;
}

/**
 * Uses the programmes as they are today. Ids are slugs, which contain no character that is special to LIKE or
 * JSON.
 */
function hasServiceOf({ city }: ServerContext, programme: ProgrammeId) {
  const own = city.catalogue.services.filter((service) => service.programme === programme);
  if (own.length === 0) return NOTHING;
  const named = own.map(({ id }) => sql`b.services_json LIKE ${`%"${id}"%`}`);
  return sql<boolean>`(${sql.join(named, sql` OR `)})`;
}

const NOTHING = sql<boolean>`1 = 0`;
const OPEN = sql<boolean>`b.state IN ('waiting', 'scheduled', 'departed', 'arrived')`;

const VIEWS = {
  new: sql<boolean>`b.accepted_at IS NULL AND b.state IN ('waiting', 'scheduled')`,
  waiting: sql<boolean>`b.state = 'waiting'`,
  asked: sql<boolean>`b.question IS NOT NULL AND ${OPEN}`,
  open: OPEN,
  over: sql<boolean>`b.state IN ('closed', 'cancelled')`,
  all: sql<boolean>`1 = 1`,
} as const;

function conflictOf({ city }: ServerContext) {
  return sql<boolean>`b.id IN (SELECT v.booking_id FROM visit_records v WHERE v.city = ${city.code}
    AND v.kind = 'record' AND v.conflict IS NOT NULL AND v.resolved_at IS NULL)`;
}

/** Eight digits may be a public number or the end of a phone number. */
function searchOf(context: ServerContext, q: string) {
  const compact = joinedDigits(q);
  const words = searchTokensFor(context, q).map((readings) =>
    either(readings.map((tokens) => both(tokens.map((token) => hasToken(context, token))))),
  );
  const byToken = words.length === 0 ? NOTHING : both(words);
  if (!/^\d{8}$/.test(compact)) return byToken;
  return sql<boolean>`(b.number = ${compact} OR ${byToken})`;
}

function hasToken(context: ServerContext, { bucket, token }: SearchedToken) {
  return sql<boolean>`(b.id IN (SELECT t.booking_id FROM booking_tokens t
    WHERE t.city = ${context.city.code} AND t.token = ${bucket}) AND ${holds(context, token)})`;
}

function both(parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...parts], sql` AND `)})`;
}

function either(parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...parts], sql` OR `)})`;
}

function holds({ engine }: ServerContext, token: Buffer) {
  return engine === 'sqlite'
    ? sql<boolean>`instr(b.search_tokens, ${token}) > 0`
    : sql<boolean>`position(${token}::bytea IN b.search_tokens) > 0`;
}

function lineOf(context: ServerContext, row: StaffBooking, doubles: PublicNumber[]): QueueLine {
  const scheduled = scheduledOf(row);
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    ...referredTo(context, row),
    revision: row.revision,
    submittedAt: new Date(row.submitted_at).toISOString(),
    changedAt: new Date(row.changed_at).toISOString(),
    ...peopleOf(context, row),
    area: row.area,
    services: JSON.parse(row.services_json),
    minutes: row.minutes,
    ...(scheduled === undefined ? {} : { scheduled }),
    ...(row.state === 'waiting' ? { place: row.place } : {}),
    ...(row.accepted_at === null ? {} : { acceptedAt: new Date(row.accepted_at).toISOString() }),
    hasQuestion: row.question !== null,
    hasConflict: row.unsolved > 0,
    doubles,
  };
}

function peopleOf(context: ServerContext, row: StaffBooking) {
  if (row.erased_at !== null) {
    const erasedAt = new Date(row.erased_at).toISOString();
    return { recipientName: '', contactName: '', contactPhone: '', needs: [], erasedAt };
  }
  const { recipient, contact, needs } = unsealRequest(context, row);
  return {
    recipientName: recipient.name,
    contactName: contact.name,
    contactPhone: contact.phone,
    needs: [...needs],
  };
}

import { sql } from 'kysely';
import type { Cursor } from '../../../contract/scalars';
import type { QueueLine, QueuePage } from '../../../contract/staff/desk';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import type { AreaCode } from '../../../domain/city/city';
import { readDoubles } from '../../db/booking/doubles';
import { referredTo } from '../../db/booking/referral';
import {
  type StaffBooking,
  scheduledOf,
  selectStaffBookings,
  unsealRequest,
} from '../../db/booking/staff-booking';
import { readPlaces } from '../../db/booking/waiting-places';
import { asideOf, type ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import { planQueue, type QueueAsked, type QueuePlan } from './queue-filter';

/** Decrypting rows takes most of the time: a page has few of them, however many the city has. */
const PAGE_LINES = 50;
/** Nobody goes through more by hand: beyond it a page only tells that there are more. */
const COUNTED = 500;
/** Bookings that one page goes through in search of its lines; the next page goes on from there. */
const LOOKED_THROUGH = 2_000;

type Match = { readonly id: BookingId; readonly submitted_change: number };

/**
 * Reads a page of the queue: open bookings in order of submission, those that are over with the latest first. What is
 * searched for is gone through once: its beginning is the first page, its length the count.
 */
export async function queuePage(context: ServerContext, asked: QueueAsked): Promise<QueuePage> {
  const { db, city } = context;
  // Read first, so that a change made meanwhile is reported again rather than missed.
  const cursor = await lastChange(db, city.code);
  const plan = await planQueue(context, asked);
  // What goes through many bookings for a few lines runs beside all other requests.
  const read = plan.isWalk ? asideOf(context) : context;
  const after = asked.after === undefined ? undefined : Number(asked.after);
  const first = await matchesOf(read, asked, plan, undefined, COUNTED + 1);
  const { found, end } =
    after === undefined ? first : await matchesOf(read, asked, plan, after, PAGE_LINES + 1);
  const ids = found.slice(0, PAGE_LINES).map(({ id }) => id);
  const rows = new Map((await readRows(context, ids)).map((row) => [row.id, row]));
  const page = ids.flatMap((id) => rows.get(id) ?? []);
  const doubles = await readDoubles(context, page, asked.areas);
  const placeOf = await readPlaces(context, page);
  const last = found.length > PAGE_LINES ? found[PAGE_LINES - 1]?.submitted_change : end;
  const isMore = first.end !== undefined || first.found.length > COUNTED;
  return {
    lines: page.map((row) => lineOf(context, row, doubles.get(row.id) ?? [], placeOf(row.id))),
    ...(last === undefined ? {} : { next: String(last) }),
    total: Math.min(first.found.length, COUNTED),
    ...(isMore ? { isMore } : {}),
    cursor: String(cursor) as Cursor,
  };
}

async function readRows({ db, city }: ServerContext, ids: readonly BookingId[]): Promise<StaffBooking[]> {
  return ids.length === 0 ? [] : selectStaffBookings(db, city.code).where('b.id', 'in', ids).execute();
}

/** Returns the first bookings that match, and the change number at which a walk ended before all were seen. */
async function matchesOf(
  context: ServerContext,
  asked: QueueAsked,
  { filter, isFew, isWalk }: QueuePlan,
  after: number | undefined,
  limit: number,
): Promise<{ readonly found: readonly Match[]; readonly end?: number }> {
  const isLatestFirst = asked.view === 'over' || asked.view === 'all';
  const change = isFew ? sql<number>`(b.submitted_change + 0)` : sql<number>`b.submitted_change`;
  const end = isWalk ? await endOfWalk(context, asked, after) : undefined;
  const found = await searched(context, asked)
    .select(['b.id', 'b.submitted_change'])
    .where(filter)
    .$if(after !== undefined, (query) => query.where(change, isLatestFirst ? '<' : '>', after ?? 0))
    .$if(end !== undefined, (query) => query.where(change, '>=', end ?? 0))
    .orderBy(change, isLatestFirst ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return end === undefined ? { found } : { found, end };
}

/** Joins the window only where the query asks about it. */
function searched({ db, city }: ServerContext, { unit }: QueueAsked) {
  const bookings = db.selectFrom('bookings as b').where('b.city', '=', city.code);
  if (unit === undefined) return bookings;
  return bookings.innerJoin('reservations as r', (join) =>
    join.onRef('r.city', '=', 'b.city').onRef('r.booking_id', '=', 'b.id'),
  );
}

/** Returns the change number at which a page of closed bookings stops looking; none where it reaches the first booking. */
async function endOfWalk(
  { db, city }: ServerContext,
  { area, areas }: QueueAsked,
  after: number | undefined,
): Promise<number | undefined> {
  const only = area ?? (areas?.length === 1 ? areas[0] : undefined);
  const row = await db
    .selectFrom('bookings')
    .select('submitted_change')
    .where('city', '=', city.code)
    .$if(only !== undefined, (query) => query.where('area', '=', only ?? ('' as AreaCode)))
    .$if(after !== undefined, (query) => query.where('submitted_change', '<', after ?? 0))
    .orderBy('submitted_change', 'desc')
    .offset(LOOKED_THROUGH)
    .limit(1)
    .executeTakeFirst();
  return row?.submitted_change;
}

function lineOf(
  context: ServerContext,
  row: StaffBooking,
  doubles: PublicNumber[],
  place: number,
): QueueLine {
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
    ...(row.state === 'waiting' ? { place } : {}),
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

import type { Kysely } from 'kysely';
import type { BookingRequest } from '../../../contract/booking-request';
import type { OfferedWindow } from '../../../contract/booking-row';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import { makePublicNumber } from '../../../domain/booking/public-number';
import type { Equipment, Slot } from '../../../domain/calendar/window';
import type { StaffId } from '../../../domain/staff/role';
import { RESERVE_PARTS, type ReservedRow, reservedRow } from '../capacity/slots';
import type { Engine, ServerContext } from '../engine/context';
import { prepareQuery } from '../engine/prepare-query';
import { prepareWrites, type WritePart } from '../engine/prepare-writes';
import type { CityWrite } from '../engine/write-city';
import { type BookingColumns, type SubmittedBooking, submittedColumns } from '../schema/booking-columns';
import type { Tables } from '../schema/tables';
import type { BookingChannel } from '../schema/visit-tables';
import { nikIndexOf, seal } from '../secret/seal';
import { ADD_BUCKETS, personIndexOf, SEARCH_VERSION, searchTokensOf } from './search-tokens';

const MAX_SERIALS = 10_000_000;
const SERIAL_TRIES = 50;

export type NewBooking = {
  readonly id: BookingId;
  readonly request: BookingRequest;
  readonly minutes: number;
  readonly equipment: readonly Equipment[];
  readonly followHash: string;
  readonly channel: BookingChannel;
  /** The window the booking gets; without one it waits. */
  readonly slot: Slot | undefined;
  readonly alternatives: readonly OfferedWindow[] | undefined;
  /** The member of staff who entered the booking; absent if a resident's own phone sent it. */
  readonly staffId?: StaffId;
  readonly isAccepted?: boolean;
  /** The hash of the phone that asks for the visit; absent if the desk entered it. */
  readonly requester?: string;
  /** A number that was found to be free; without it one is looked for. */
  readonly number?: PublicNumber;
};

type Rows = SubmittedBooking &
  Tables['events'] &
  ReservedRow & { readonly buckets: string; readonly device_hash: string };
type Optional = keyof ReservedRow | 'device_hash';
type GivenRows = Omit<Rows, Optional> & Partial<Pick<Rows, Optional>>;

const addBooking: WritePart<SubmittedBooking> = (db, booking) =>
  db.insertInto('bookings').values(submittedColumns(booking));

const addEvent: WritePart<Tables['events']> = (db, e) =>
  db.insertInto('events').values({
    city: e.city,
    change_number: e.change_number,
    booking_id: e.booking_id,
    at: e.at,
    actor: e.actor,
    action: e.action,
    from_state: e.from_state,
    to_state: e.to_state,
    staff_id: e.staff_id,
    note: e.note,
  });

const addRequester: WritePart<Pick<Rows, 'city' | 'booking_id' | 'change_number' | 'device_hash'>> = (
  db,
  d,
) =>
  db.insertInto('booking_devices').values({
    city: d.city,
    booking_id: d.booking_id,
    change_number: d.change_number,
    device_hash: d.device_hash,
    role: 'requester',
  });

/**
 * Returns the package's id if the city still has the package. A phone without a signal may name one that the
 * city has removed; only the name is then lost, since the booking lists its services itself.
 */
export function knownPackage(
  { city }: CityWrite['context'],
  { packageId }: Pick<NewBooking['request'], 'packageId'>,
) {
  return city.catalogue.packages.find(({ id }) => id === packageId)?.id;
}

type Inserted = {
  readonly hasSlot: boolean;
  readonly hasRequester: boolean;
};

const inserts = new Map<string, (tx: Kysely<Tables>, rows: Rows) => Promise<void>>();

/** Returns the inserts of a booking; which they are depends on what it has. */
function insertOf(engine: Engine, { hasSlot, hasRequester }: Inserted) {
  const key = `${engine} ${hasSlot} ${hasRequester}`;
  const made =
    inserts.get(key) ??
    prepareWrites<Rows>([
      addBooking,
      ADD_BUCKETS[engine],
      addEvent,
      ...(hasSlot ? RESERVE_PARTS : []),
      ...(hasRequester ? [addRequester] : []),
    ]);
  inserts.set(key, made);
  return made;
}

/**
 * Writes a judged request as a booking, with its event, its reserved minutes, its requester and its search tokens.
 */
export async function insertBooking(write: CityWrite, booking: NewBooking): Promise<void> {
  const { tx, context, nowMs, nextChange } = write;
  const { id, request, minutes, slot, alternatives, channel, staffId, requester } = booking;
  const city = context.city.code;
  const change = nextChange();
  const state = slot === undefined ? 'waiting' : 'scheduled';
  const { nik } = request.recipient;
  const search = searchTokensOf(context, request);
  const by = staffId === undefined ? 'online' : 'desk';
  const rows: GivenRows = {
    city,
    id,
    number: booking.number ?? (await freeNumber(write)),
    state,
    revision: 1,
    change_number: change,
    submitted_change: change,
    submitted_at: nowMs,
    changed_at: nowMs,
    minutes,
    equipment_json: JSON.stringify(booking.equipment),
    area: request.place.area,
    services_json: JSON.stringify(request.services),
    package_id: knownPackage(context, request) ?? null,
    preferences_json: JSON.stringify(request.preferences),
    alternatives_json: alternatives === undefined ? null : JSON.stringify(alternatives),
    alternatives_at: alternatives === undefined ? null : nowMs,
    request: seal(context, `${id}/request`, request),
    nik_index: nik === undefined ? null : nikIndexOf(context, nik),
    follow_hash: booking.followHash,
    channel,
    accepted_at: booking.isAccepted === true ? nowMs : null,
    person_index: personIndexOf(context, request),
    search_version: SEARCH_VERSION,
    search_tokens: search.tokens,
    follow_up: 0,
    buckets: JSON.stringify(search.buckets),
    booking_id: id,
    at: nowMs,
    actor: staffId === undefined ? 'requester' : 'desk',
    action: 'submit',
    from_state: null,
    to_state: state,
    staff_id: staffId ?? null,
    note: null,
    ...(requester === undefined ? {} : { device_hash: requester }),
    ...(slot === undefined ? {} : reservedRow(write, { booking: { id, minutes }, slot, by })),
  };
  const insert = insertOf(context.engine, {
    hasSlot: slot !== undefined,
    hasRequester: requester !== undefined,
  });
  // The cast is safe: a part whose values may be absent is only there with them.
  await insert(tx, rows as Rows);
}

const byNumber = prepareQuery((db, { city, number }: Pick<BookingColumns, 'city' | 'number'>) =>
  db.selectFrom('bookings').select('id').where('city', '=', city).where('number', '=', number),
);

async function freeNumber({ tx, context }: CityWrite): Promise<PublicNumber> {
  for (let tries = 0; tries < SERIAL_TRIES; tries += 1) {
    const number = drawNumber(context);
    const [taken] = await byNumber(tx, { city: context.city.code, number });
    if (taken === undefined) return number;
  }
  throw new Error('found no free public number');
}

/** Random, so that a number does not tell how many bookings there are. It may be taken. */
export function drawNumber({ randomBytes }: Pick<ServerContext, 'randomBytes'>): PublicNumber {
  return makePublicNumber(Buffer.from(randomBytes(6)).readUIntBE(0, 6) % MAX_SERIALS);
}

import type { BookingRequest } from '../../../contract/booking-request';
import type { OfferedWindow } from '../../../contract/booking-row';
import type { BookingId, PublicNumber } from '../../../domain/booking/booking';
import { makePublicNumber } from '../../../domain/booking/public-number';
import type { Equipment, Slot } from '../../../domain/calendar/window';
import type { StaffId } from '../../../domain/staff/role';
import { reserveSlot } from '../capacity/slots';
import { prepareQuery } from '../engine/prepare-query';
import type { CityWrite } from '../engine/write-city';
import { type BookingColumns, SUBMITTED_COLUMNS, type SubmittedBooking } from '../schema/booking-columns';
import type { Tables } from '../schema/tables';
import type { BookingChannel } from '../schema/visit-tables';
import { nikIndexOf, seal } from '../secret/seal';
import { personIndexOf, SEARCH_VERSION, searchTokensOf, writeSearchBuckets } from './search-tokens';

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
};

const addBooking = prepareQuery(
  (db, booking: SubmittedBooking) => db.insertInto('bookings').values(booking),
  SUBMITTED_COLUMNS,
);

const addEvent = prepareQuery((db, e: Tables['events']) =>
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
  }),
);

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

/**
 * Writes a judged request as a booking, with its event, its reserved minutes and its search tokens. Returns
 * its change number.
 */
export async function insertBooking(write: CityWrite, booking: NewBooking): Promise<number> {
  const { tx, context, nowMs, nextChange } = write;
  const { id, request, minutes, slot, alternatives, channel, staffId } = booking;
  const city = context.city.code;
  const change = nextChange();
  const state = slot === undefined ? 'waiting' : 'scheduled';
  const { nik } = request.recipient;
  const search = searchTokensOf(context, request);
  await addBooking(tx, {
    city,
    id,
    number: await freeNumber(write),
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
  });
  await writeSearchBuckets(write, id, search.buckets);
  await addEvent(tx, {
    city,
    change_number: change,
    booking_id: id,
    at: nowMs,
    actor: staffId === undefined ? 'requester' : 'desk',
    action: 'submit',
    from_state: null,
    to_state: state,
    staff_id: staffId ?? null,
    note: null,
  });
  if (slot !== undefined)
    await reserveSlot(write, { id, minutes }, slot, staffId === undefined ? 'online' : 'desk');
  return change;
}

const byNumber = prepareQuery((db, { city, number }: Pick<BookingColumns, 'city' | 'number'>) =>
  db.selectFrom('bookings').select('id').where('city', '=', city).where('number', '=', number),
);

/** Random, so that a number does not tell how many bookings there are. */
async function freeNumber({ tx, context }: CityWrite): Promise<PublicNumber> {
  for (let tries = 0; tries < SERIAL_TRIES; tries += 1) {
    const serial = Buffer.from(context.randomBytes(6)).readUIntBE(0, 6) % MAX_SERIALS;
    const number = makePublicNumber(serial);
    const [taken] = await byNumber(tx, { city: context.city.code, number });
    if (taken === undefined) return number;
  }
  throw new Error('found no free public number');
}

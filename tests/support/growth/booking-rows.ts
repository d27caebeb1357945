import { createHash, randomBytes } from 'node:crypto';
import type { PublicNumber } from '../../../src/domain/booking/booking';
import { makePublicNumber } from '../../../src/domain/booking/public-number';
import { needsOf } from '../../../src/domain/catalogue/find-service';
import type { Service } from '../../../src/domain/catalogue/service';
import { SEARCH_VERSION } from '../../../src/server/db/booking/search-tokens';
import type { ServerContext } from '../../../src/server/db/engine/context';
import type { Tables } from '../../../src/server/db/schema/tables';
import { seal } from '../../../src/server/db/secret/seal';
import type { Row } from './insert-rows';
import type { Person } from './people';

/** Change numbers of one booking: its events, and what changes it later. */
export const CHANGES_EACH = 8;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const TOLD_MS = 60 * DAY_MS;
const PREFERENCES = '"any"';
const OTHER_OUTCOMES = ['partly-done', 'papers-missing', 'not-home', 'referred'];

export type Place = { readonly unit: string; readonly day: string; readonly window_id: string };

export type PlannedBooking = {
  /** Counts from 0, in order of submission. */
  readonly index: number;
  readonly state: 'waiting' | 'scheduled' | 'closed' | 'cancelled';
  readonly submittedMs: number;
  readonly overMs: number;
  /** Absent where the booking is erased. */
  readonly person: Person | undefined;
  readonly place: Place | undefined;
  readonly deviceHash: string;
  readonly staffId: string;
};

export type RowsOf = Partial<Record<keyof Tables, Row[]>>;

/** Adds a booking's rows in all tables, as a city of schema version 17 has them. */
export function addBookingRows(context: ServerContext, planned: PlannedBooking, rows: RowsOf): PublicNumber {
  const { index, state, submittedMs, overMs, person, place, staffId } = planned;
  const isErased = person === undefined;
  const city = context.city.code;
  const { areas, catalogue } = context.city;
  const id = idAt(submittedMs);
  const service = catalogue.services[index % catalogue.services.length];
  const services = service === undefined ? [] : [service];
  const second = catalogue.services[(index * 7 + 3) % catalogue.services.length];
  if (index % 3 === 0 && second !== undefined && second !== service) services.push(second);
  const area = areas[(index * 5) % areas.length]?.code ?? '';
  const number = makePublicNumber((index * 7_919 + 11) % 10_000_000);
  const change = index * CHANGES_EACH + 1;
  const isOver = state === 'closed' || state === 'cancelled';
  const outcomes = services.map(({ id: each }, at) => ({
    service: each,
    outcome: (index + at) % 5 === 0 ? (OTHER_OUTCOMES[index % OTHER_OUTCOMES.length] ?? 'done') : 'done',
    reason: '',
  }));
  const isClosed = state === 'closed';
  const add = (table: keyof Tables, row: Row) => {
    const list = rows[table] ?? [];
    rows[table] = list;
    list.push(row);
  };
  const events: (readonly [action: string, actor: string, from: string | null, to: string, at: number])[] = [
    ['submit', 'requester', null, place === undefined ? 'waiting' : 'scheduled', submittedMs],
    ...(index % 10 === 0 && !isOver
      ? []
      : ([['accept', 'desk', 'scheduled', 'scheduled', submittedMs + HOUR_MS]] as const)),
    ...(isClosed
      ? ([
          ['depart', 'crew', 'scheduled', 'departed', overMs - 2 * HOUR_MS],
          ['arrive', 'crew', 'departed', 'arrived', overMs - HOUR_MS],
          ['record', 'crew', 'arrived', 'closed', overMs],
        ] as const)
      : []),
    ...(state === 'cancelled' ? ([['cancel', 'requester', 'scheduled', 'cancelled', overMs]] as const) : []),
    ...(isErased ? ([['erase', 'system', state, state, overMs + DAY_MS]] as const) : []),
  ];
  add('bookings', {
    city,
    id,
    number,
    state,
    revision: events.length,
    change_number: change + events.length - 1,
    submitted_change: change,
    submitted_at: submittedMs,
    changed_at: events.at(-1)?.[4] ?? submittedMs,
    minutes: 30,
    equipment_json: JSON.stringify(needsOf(services).equipment),
    area,
    services_json: JSON.stringify(services.map((each) => each.id)),
    package_id: null,
    preferences_json: PREFERENCES,
    alternatives_json: state === 'waiting' ? '[]' : null,
    alternatives_at: state === 'waiting' ? submittedMs : null,
    cancelled_by: state === 'cancelled' ? 'requester' : null,
    cancel_reason: null,
    request: isErased ? NO_BYTES : seal(context, `${id}/request`, requestOf(index, person, services, area)),
    nik_index: isErased ? null : person.nikIndex,
    follow_hash: isErased ? `erased/${id}` : randomPart(32).toString('base64url'),
    channel: index % 9 === 0 ? 'phone' : 'online',
    accepted_at: index % 10 === 0 && !isOver ? null : submittedMs + HOUR_MS,
    departed_at: isClosed ? overMs - 2 * HOUR_MS : null,
    arrived_at: isClosed ? overMs - HOUR_MS : null,
    closed_at: isClosed ? overMs : null,
    visit: isClosed ? seal(context, `${id}/visit`, { outcomes, lacking: [], nextVisit: 'not-needed' }) : null,
    person_index: isErased ? null : person.personIndex,
    search_version: SEARCH_VERSION,
    search_tokens: isErased ? null : person.tokens,
    follow_up: 0,
    erased_at: isErased ? overMs + DAY_MS : null,
  });
  for (const [at, [action, actor, from_state, to_state, atMs]] of events.entries()) {
    const ofStaff = actor === 'desk' || actor === 'crew' ? staffId : null;
    const head = { city, change_number: change + at, booking_id: id, at: atMs, actor, action };
    add('events', { ...head, from_state, to_state, staff_id: ofStaff });
  }
  if (!isErased || overMs + DAY_MS + TOLD_MS > context.clock()) {
    const link = { city, booking_id: id, change_number: change };
    add('booking_devices', {
      ...link,
      device_hash: planned.deviceHash,
      role: 'requester',
      follower_id: null,
    });
    if (index % 3 === 0) {
      const device_hash = `${planned.deviceHash.slice(0, -2)}/f`;
      add('booking_devices', { ...link, device_hash, role: 'follower', follower_id: id.replaceAll('-', '') });
    }
  }
  if (!isErased) for (const token of person.buckets) add('booking_tokens', { city, token, booking_id: id });
  if (place !== undefined && state !== 'cancelled') {
    add('reservations', { city, booking_id: id, ...place, minutes: 30, channel: 'online' });
  }
  if (place !== undefined) add('assignments', { city, booking_id: id, unit: place.unit });
  if (isClosed) {
    for (const { service: each, outcome } of outcomes) {
      add('visit_outcomes', { city, booking_id: id, service: each, outcome });
    }
    add('visit_records', {
      city,
      id: idAt(overMs),
      booking_id: id,
      unit: place?.unit ?? '',
      staff_id: staffId,
      kind: 'record',
      // Never opened: the record took effect.
      body: isErased ? NO_BYTES : RECORD,
      made_at: overMs,
      at: overMs,
      conflict: index % 50_000 === 7 ? 'moved' : null,
      resolved_at: null,
    });
  }
  if (!isErased && index % 3 === 1) addPhotoRows(city, id, planned, add);
  return number;
}

function requestOf(index: number, person: Person, services: readonly Service[], area: string) {
  return {
    recipientIs: 'parent',
    recipient: { name: person.recipient.name, birthYear: 1950, nik: person.nik },
    needs: ['cannot-walk'],
    needsNote: 'Mohon bicara pelan',
    services: services.map(({ id }) => id),
    answers: {},
    prepared: [],
    place: { area, street: `Jalan Contoh ${index}`, rt: '001', rw: '002', landmark: 'Pagar hijau' },
    preferences: 'any',
    contact: { ...person.contact, channel: 'whatsapp' },
  };
}

const NO_BYTES = Buffer.alloc(0);
const RECORD = Buffer.alloc(200);
/** Bytes that nobody opens, far smaller than a photo. */
const IMAGE = Buffer.alloc(40);

/** A photo of a document, one that was never finished, and a phone that was replaced. */
function addPhotoRows(
  city: string,
  booking_id: string,
  { index, submittedMs, deviceHash }: PlannedBooking,
  add: (table: keyof Tables, row: Row) => void,
): void {
  const owner = deviceHash;
  const sha256 = createHash('sha256').update(`photo ${index}`).digest('hex');
  const sizes = { total: IMAGE.length };
  add('photos', { city, owner, sha256, ...sizes, unattached_since: null, image: IMAGE });
  const link = { city, booking_id, sha256, owner, kind: 'document', requirement_id: 'ktp' };
  add('booking_photos', { ...link, attached_at: submittedMs });
  const part = { city, owner, sha256: `${sha256.slice(1)}0`, start: 0, size: IMAGE.length, ...sizes };
  add('photo_parts', { ...part, at: submittedMs, part: IMAGE });
  const device_hash = `moved ${index}`;
  add('moved_devices', {
    city,
    device_hash,
    moved_to: owner,
    id_hash: `move ${index}`,
    moved_at: submittedMs,
  });
}

const POOL_BYTES = 65_536;
let pool = randomBytes(POOL_BYTES);

/** Returns random bytes. Many small draws would cost more than all else in a row. */
export function randomPart(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(POOL_BYTES);
  const taken = pool.subarray(0, length);
  pool = pool.subarray(length);
  return taken;
}

/** Returns an id as phones make them (UUID version 7): they begin with their time. */
export function idAt(atMs: number): string {
  const random = randomPart(10).toString('hex');
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

import { createHash } from 'node:crypto';
import type { PublicNumber } from '../../../src/domain/booking/booking';
import { addDays, type LocalDate, localDateAt } from '../../../src/domain/calendar/local-date';
import { auditHash } from '../../../src/server/db/audit/append-audit';
import { sealPerson } from '../../../src/server/db/callback/callback-person';
import type { ServerContext } from '../../../src/server/db/engine/context';
import type { Tables } from '../../../src/server/db/schema/tables';
import { checkKeys } from '../../../src/server/db/secret/check-keys';
import {
  addBookingRows,
  CHANGES_EACH,
  idAt,
  type Place,
  type PlannedBooking,
  type RowsOf,
  randomPart,
} from './booking-rows';
import type { RowWriter } from './insert-rows';
import { type Person, personOf } from './people';

const DAY_MS = 86_400_000;
const YEARS = 5;
const YEAR_MS = 365 * DAY_MS;
/** Few enough that their objects die young. */
const BATCH = 300;
const BOOKINGS_OF_A_PERSON = 3;
/** As a city had it whose units could not keep up: 13,800 of a million. */
const WAITING_SHARE = 0.0138;
/** Visits that are still to be made. */
const SCHEDULED_SHARE = 0.001;
const KEPT_COMMANDS_MS = 60 * DAY_MS;
const LISTED = 50;

const NONE = '' as PublicNumber;

export type Filled = {
  readonly unit: string;
  /** The last of the bookings in each state. */
  readonly numbers: Readonly<Record<PlannedBooking['state'], PublicNumber>>;
  readonly staffId: string;
};

/**
 * Fills an empty database of schema version 17 with `count` bookings of five years and all that goes with them: history,
 * outcomes, reservations, devices, search tokens, commands, callbacks, audit. All people are made up. What the app opens
 * is sealed row by row.
 */
export async function fillGrowth(
  of: ServerContext,
  count: number,
  openWriter: () => Promise<RowWriter>,
): Promise<Filled> {
  await foundCity(of);
  const writer = await openWriter();
  const context = { ...of, randomBytes: randomPart };
  const nowMs = context.clock();
  const city = context.city.code;
  const { units, windows, utcOffsetMinutes, bookingDays } = context.city.settings;
  const staffId = idAt(nowMs);
  await writer.insert('city_counters', [{ city, last_change: (count + 1) * CHANGES_EACH }]);
  await writer.insert('staff', [
    {
      city,
      id: staffId,
      sign_in_name: 'growth',
      name: 'Contoh Petugas',
      role: 'admin',
      areas_json: '[]',
      created_at: nowMs,
    },
  ]);
  const used = new Map<string, { readonly place: Place; minutes: number }>();
  let lastPerson: { readonly index: number; readonly person: Person } | undefined;
  const personAt = (index: number) => {
    // Most bookings of a person follow one another, and to make one is most of what a booking costs.
    if (lastPerson?.index !== index) lastPerson = { index, person: personOf(context, index) };
    return lastPerson.person;
  };
  const waiting = Math.floor(count * WAITING_SHARE);
  const scheduled = Math.max(50, Math.floor(count * SCHEDULED_SHARE));
  const stepMs = (YEARS * YEAR_MS) / count;
  const numbers: Record<PlannedBooking['state'], PublicNumber> = {
    waiting: NONE,
    scheduled: NONE,
    closed: NONE,
    cancelled: NONE,
  };
  const audit = auditChain(context, staffId);
  for (let from = 0; from < count; from += BATCH) {
    const rows: RowsOf = {};
    const listed: PublicNumber[] = [];
    for (let index = from; index < Math.min(count, from + BATCH); index += 1) {
      const fromEnd = count - 1 - index;
      const state =
        fromEnd < waiting
          ? 'waiting'
          : fromEnd < waiting + scheduled
            ? 'scheduled'
            : index % 8 === 0
              ? 'cancelled'
              : 'closed';
      const submittedMs = Math.floor(nowMs - (count - index) * stepMs);
      const overMs = Math.min(nowMs - 60_000, submittedMs + (2 + (index % 5)) * DAY_MS);
      const day =
        state === 'scheduled'
          ? addDays(localDateAt(nowMs, utcOffsetMinutes), index % 10)
          : localDateAt(overMs, utcOffsetMinutes);
      const place: Place = {
        unit: units[index % units.length]?.id ?? '',
        day: weekdayOf(day),
        window_id: windows[Math.floor(index / units.length) % windows.length]?.id ?? '',
      };
      const personIndex = Math.floor(index / 2) % Math.ceil(count / BOOKINGS_OF_A_PERSON);
      const isOver = state === 'closed' || state === 'cancelled';
      const isErased = isOver && overMs + bookingDays * DAY_MS < nowMs - DAY_MS / 2;
      const number = addBookingRows(
        context,
        {
          index,
          state,
          submittedMs,
          overMs,
          person: isErased ? undefined : personAt(personIndex),
          place: state === 'waiting' ? undefined : place,
          deviceHash: createHash('sha256').update(`device ${personIndex}`).digest('base64url'),
          staffId,
        },
        rows,
      );
      numbers[state] = number;
      listed.push(number);
      if (state === 'closed' || state === 'scheduled') {
        const key = `${place.unit} ${place.day} ${place.window_id}`;
        const use = used.get(key) ?? { place, minutes: 0 };
        used.set(key, { place, minutes: use.minutes + 30 });
      }
      const bookingId = String(rows.bookings?.at(-1)?.id);
      audit.add(rows, submittedMs + 60_000, { action: 'see-booking', bookingId });
      if (index % 4 === 0) {
        audit.add(rows, submittedMs + 90_000, {
          action: 'see-list',
          detail: { view: 'open', numbers: listed.slice(-LISTED) },
        });
      }
      if (index % 20 === 0) addCallback(context, rows, submittedMs, index === count - 20 || fromEnd < 200);
      if (nowMs - submittedMs < KEPT_COMMANDS_MS * 1.01) addCommand(city, rows, submittedMs, personIndex);
    }
    for (const [table, list] of Object.entries(rows)) await writer.insert(table as keyof Tables, list);
  }
  await writer.insert(
    'slots',
    [...used.values()].map(({ place, minutes }) => slotOf(city, place, minutes)),
  );
  await writer.insert('audit_heads', [audit.head()]);
  await writer.close();
  return { unit: units[0]?.id ?? '', numbers, staffId };
}

/** What a start writes first: the city, and the value that tells its keys. */
async function foundCity(context: ServerContext): Promise<void> {
  const { code, name, settings } = context.city;
  await context.db
    .insertInto('cities')
    .values({ code, name, config_json: JSON.stringify(settings), loaded_at: context.clock() })
    .execute();
  await checkKeys(context);
}

/** No unit is out on a Sunday. */
function weekdayOf(day: LocalDate): LocalDate {
  return new Date(day).getUTCDay() === 0 ? addDays(day, 1) : day;
}

function slotOf(city: string, place: Place, minutes: number) {
  return {
    city,
    ...place,
    start_time: place.window_id === 'pagi' ? '08:00' : '13:00',
    end_time: place.window_id === 'pagi' ? '11:30' : '15:00',
    capacity_minutes: minutes + 30,
    online_capacity_minutes: minutes,
    used_minutes: minutes,
    online_used_minutes: minutes,
  };
}

type Entry = { readonly action: string; readonly bookingId?: string; readonly detail?: object };

/** Keeps the chain as the product does, so that its check finds it whole. */
function auditChain(context: ServerContext, staffId: string) {
  let seq = 0;
  let hash = '';
  const city = context.city.code;
  return {
    add: (rows: RowsOf, at: number, { action, bookingId, detail = {} }: Entry) => {
      seq += 1;
      const entry = {
        seq,
        at,
        staff_id: staffId,
        address: '10.0.0.1',
        action,
        booking_id: bookingId ?? null,
        detail: JSON.stringify(detail),
        prev_hash: hash,
      };
      hash = auditHash(context, entry as Parameters<typeof auditHash>[1]);
      const list = rows.audit_entries ?? [];
      rows.audit_entries = list;
      list.push({ city, ...entry, hash });
    },
    head: () => ({ city, seq, hash }),
  };
}

function addCallback(context: ServerContext, rows: RowsOf, atMs: number, isOpen: boolean): void {
  const list = rows.callbacks ?? [];
  rows.callbacks = list;
  const id = idAt(atMs) as Parameters<typeof sealPerson>[1];
  const person = { name: 'Contoh Warga', phone: '+6281200000000' };
  list.push({
    city: context.city.code,
    id,
    device_hash: createHash('sha256').update(id).digest('base64url'),
    state: isOpen ? 'asked' : 'done',
    change_number: Math.floor(atMs / 1_000),
    person: isOpen ? sealPerson(context, id, person as Parameters<typeof sealPerson>[2]) : null,
    asked_at: atMs,
    promised_by: atMs + 4 * 3_600_000,
    changed_at: atMs,
  });
}

function addCommand(city: string, rows: RowsOf, at: number, personIndex: number): void {
  const list = rows.commands ?? [];
  rows.commands = list;
  const command_id = idAt(at);
  list.push({
    city,
    device_hash: createHash('sha256').update(`device ${personIndex}`).digest('base64url'),
    command_id,
    content_hash: createHash('sha256').update(command_id).digest('base64url'),
    result_json: JSON.stringify({ id: command_id, outcome: 'done' }),
    at,
  });
}

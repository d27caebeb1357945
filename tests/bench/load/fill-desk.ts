import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { BookingRequest } from '../../../src/contract/booking-request';
import type { BookingId } from '../../../src/domain/booking/booking';
import { type LocalDate, localDateAt } from '../../../src/domain/calendar/local-date';
import { offeredSlots } from '../../../src/domain/calendar/offered-slots';
import { ANY_UNIT } from '../../../src/domain/calendar/unit-needs';
import type { Slot, UnitId } from '../../../src/domain/calendar/window';
import { findService, needsOf } from '../../../src/domain/catalogue/find-service';
import { insertBooking } from '../../../src/server/db/booking/insert-booking';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { writeCity } from '../../../src/server/db/engine/write-city';
import { makeSubmission } from './make-requests';

/** The visits of the one full day, and how many of them one crew has. */
const FULL_DAY = 300;
const CREW_DAY = 40;
const WAITING = 400;
/** How many bookings are written at once; the product commits what comes together as one. */
const AT_ONCE = 256;
const NAMES = ['Wayan', 'Siti', 'Sulastri', 'Bambang', 'Ketut', 'Rohani', 'Darmawan', 'Nurhayati', 'Suparno'];

export type FilledDesk = { readonly day: LocalDate; readonly unit: UnitId };

/**
 * Makes `count` bookings by the product's own insert: the first ones long over, then a waiting list, then a
 * day of 300 visits, 40 of them for one crew. All people are generated.
 */
export async function fillDesk(context: ServerContext, count: number): Promise<FilledDesk> {
  const { areas, settings } = context.city;
  const day = localDateAt(Date.now(), settings.utcOffsetMinutes);
  const offered = areas.flatMap(({ code }) =>
    offeredSlots(context.city, { ...ANY_UNIT, area: code }, Date.now()),
  );
  // The rota's windows, as if all units went out today.
  const windows = offered.map((slot) => ({ ...slot, date: day }));
  const [first] = windows;
  if (first === undefined) throw new Error('no windows are offered');
  const others = windows.filter(({ unit }) => unit !== first.unit);
  const slotOf = (fromEnd: number): Slot | undefined => {
    if (fromEnd < CREW_DAY) return first;
    if (fromEnd < FULL_DAY) return others[fromEnd % others.length] ?? first;
    return fromEnd < FULL_DAY + WAITING ? undefined : first;
  };
  for (let at = 0; at < count; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, index) => at + index);
    await Promise.all(some.map((index) => add(context, index, slotOf(count - 1 - index))));
  }
  await endOld(context, Math.max(0, count - FULL_DAY - WAITING));
  return { day, unit: first.unit };
}

async function add(context: ServerContext, index: number, slot: Slot | undefined): Promise<void> {
  const made = makeSubmission(index * 2);
  const name = `${NAMES[index % NAMES.length]} ${NAMES[(index * 7 + 3) % NAMES.length]} Contoh ${index}`;
  const phone = `+62812${String(10_000_000 + index)}`;
  const request = {
    ...made.request,
    recipient: { ...made.request.recipient, name },
    contact: { ...made.request.contact, phone },
  } as BookingRequest;
  const services = request.services.flatMap((id) => findService(context.city.catalogue, id) ?? []);
  await writeCity(context, (write) =>
    insertBooking(write, {
      id: randomUUID() as BookingId,
      request,
      minutes: 30,
      equipment: needsOf(services).equipment,
      followHash: randomBytes(32).toString('base64url'),
      channel: 'online',
      slot,
      alternatives: slot === undefined ? [] : undefined,
      isAccepted: index % 10 !== 0,
    }),
  );
}

/**
 * Marks nine in ten of the oldest as visited and the others as cancelled, by statement: recording every visit
 * as a crew would take hours.
 */
async function endOld({ db, city, clock }: ServerContext, count: number): Promise<void> {
  const oldest = db
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', city.code)
    .orderBy('submitted_change')
    .limit(count);
  const end = db.updateTable('bookings').where('city', '=', city.code).where('id', 'in', oldest);
  const at = clock();
  await db
    .deleteFrom('reservations')
    .where('city', '=', city.code)
    .where('booking_id', 'in', oldest)
    .execute();
  await end.set({ state: 'closed', closed_at: at, accepted_at: at }).execute();
  await end
    .where(sql<boolean>`submitted_change % 10 = 0`)
    .set({ state: 'cancelled', cancelled_by: 'desk' })
    .execute();
}

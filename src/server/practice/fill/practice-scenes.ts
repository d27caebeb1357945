import type { BookingId } from '../../../domain/booking/booking';
import { instantOf, type LocalTime } from '../../../domain/calendar/local-date';
import { findService } from '../../../domain/catalogue/find-service';
import type { ServiceId } from '../../../domain/catalogue/service';
import type { Outcome } from '../../../domain/visit/outcome';
import type { FoundStaffBooking } from '../../db/booking/find-staff-booking';
import type { Filling } from './filling';

const NOON = '12:00' as LocalTime;
const MINUTE_MS = 60_000;
/** Outcomes of the past day's visits, in turn. */
const ENDS: readonly Outcome[] = ['done', 'papers-missing', 'done', 'not-home', 'partly-done', 'referred'];

/** The desk has accepted three of every four requests. */
export async function acceptMost({ hands, actor, nowMs }: Filling, ids: readonly BookingId[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    if (index % 4 !== 3) await hands.act(nowMs, actor('coordinator'), 'accept-booking', id);
  }
}

/**
 * All visits of the past day are closed. If crews are on the road today, one is on its way and one is at a
 * home.
 */
export async function visitHomes(filling: Filling, ids: readonly BookingId[]): Promise<void> {
  const { hands, days, nowMs, city } = filling;
  const atPast = instantOf(days.past, NOON, city.settings.utcOffsetMinutes);
  let closed = 0;
  const today: FoundStaffBooking[] = [];
  for (const id of ids) {
    const booking = await hands.readBooking(id);
    const date = booking.scheduled?.date;
    if (date === days.past) {
      await closeVisit(filling, booking, atPast + closed * MINUTE_MS, ENDS[closed % ENDS.length] ?? 'done');
      closed += 1;
    } else if (date === days.today) today.push(booking);
  }
  const [leaving, arriving, returned] = today;
  if (leaving !== undefined) await hands.act(nowMs, crewOf(filling, leaving), 'start-travel', leaving.id);
  if (arriving !== undefined) await arrive(filling, arriving, nowMs);
  if (returned !== undefined) {
    const reason = 'Latihan: kendaraan mogok';
    await hands.act(nowMs, crewOf(filling, returned), 'return-visit', returned.id, { reason });
  }
}

/**
 * One requester is asked for something, one booking has a note, the resident cancels one, the desk cancels
 * one, and the desk refers one.
 */
export async function leaveQuestions(filling: Filling, ids: readonly BookingId[]): Promise<void> {
  const { hands, days, nowMs, actor } = filling;
  const coordinator = actor('coordinator');
  const later: BookingId[] = [];
  for (const id of ids) {
    const { scheduled, channel, state } = await hands.readBooking(id);
    const isLater = scheduled !== undefined && scheduled.date > (days.coming[1] ?? days.today);
    if (isLater && state === 'scheduled' && channel === 'online') later.push(id);
  }
  const [asked, noted, dropped, cancelled, referred] = later;
  if (asked !== undefined) {
    const text = 'Latihan: mohon foto KK yang lebih jelas.';
    await hands.act(nowMs, coordinator, 'ask-resident', asked, { text });
  }
  if (noted !== undefined) {
    await hands.act(nowMs, coordinator, 'add-note', noted, { text: 'Latihan: pagar rumah dikunci.' });
  }
  if (dropped !== undefined) await hands.cancel(nowMs, dropped);
  if (cancelled !== undefined) {
    const reason = 'Latihan: warga pindah rumah';
    await hands.act(nowMs, coordinator, 'cancel-visit', cancelled, { reason });
  }
  if (referred !== undefined) {
    const whereTo = 'Latihan: kantor kelurahan';
    await hands.act(nowMs, coordinator, 'refer-booking', referred, { whereTo });
  }
}

function crewOf({ actor }: Filling, { scheduled }: FoundStaffBooking) {
  return actor('crew', scheduled?.unit);
}

async function arrive(filling: Filling, booking: FoundStaffBooking, atMs: number): Promise<void> {
  const { hands } = filling;
  const crew = crewOf(filling, booking);
  await hands.act(atMs, crew, 'start-travel', booking.id);
  const proof = { kind: 'number', number: booking.number };
  await hands.act(atMs, crew, 'arrive-at-home', booking.id, { proof });
}

async function closeVisit(
  filling: Filling,
  booking: FoundStaffBooking,
  atMs: number,
  wished: Outcome,
): Promise<void> {
  await arrive(filling, booking, atMs);
  const services: ServiceId[] = JSON.parse(booking.services_json);
  const papers = services.flatMap(
    (id) => findService(filling.city.catalogue, id)?.standard.persyaratan ?? [],
  );
  // A service without requirements cannot lack any.
  const first = wished === 'papers-missing' && papers.length === 0 ? 'partly-done' : wished;
  const outcomes = services.map((service, index) => {
    const outcome = index === 0 ? first : 'done';
    return { service, outcome, reason: outcome === 'done' ? '' : 'Latihan: contoh alasan' };
  });
  const lacking = first === 'papers-missing' ? papers.slice(0, 1).map(({ requirement }) => requirement) : [];
  await filling.hands.act(atMs, crewOf(filling, booking), 'record-visit', booking.id, {
    outcomes,
    lacking,
    nextVisit: first === 'done' || first === 'referred' ? 'not-needed' : 'wanted',
    note: 'Catatan latihan',
  });
}

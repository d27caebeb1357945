import type { BookingId } from '../../../domain/booking/booking';
import type { LocalDate } from '../../../domain/calendar/local-date';
import { needsOf } from '../../../domain/catalogue/find-service';
import type { StaffRole } from '../../../domain/staff/role';
import type { ServerContext } from '../../db/engine/context';
import type { Filling } from './filling';
import { madeUpRequest } from './made-up-request';
import { pickServices } from './pick-services';
import { askedAt, practiceDays, windowsOn } from './practice-days';
import { practiceHands } from './practice-hands';
import { acceptMost, leaveQuestions, visitHomes } from './practice-scenes';
import type { PracticeMember } from './practice-staff';
import { seededBy } from './seeded';

/** The same city on the same day, every time, so that a whole class sees what its teacher saw. */
const SEED = 1872;
const ON_PAST = 8;
const ON_FIRST = 16;
/** More than the second day holds for online residents: the rest of them wait. */
const ON_SECOND = 20;
const ON_LATER = 12;
const LATER_DAYS = 3;
const CALLS = 3;

/**
 * Fills an empty practice city with some 60 requests in every state, and some callbacks to make, by the
 * commands that people's presses run.
 */
export async function fillPractice(context: ServerContext, staff: readonly PracticeMember[]): Promise<void> {
  const { city } = context;
  const nowMs = context.clock();
  const seeded = seededBy(SEED);
  const actor = (role: StaffRole, unit?: string) => {
    const found = staff.find((one) => one.role === role && (unit === undefined || one.actor.unit === unit));
    if (found === undefined) throw new Error(`practice: nobody has the role ${role} ${unit ?? ''}`);
    return found.actor;
  };
  const days = practiceDays(city, nowMs);
  const filling: Filling = { city, nowMs, days, hands: practiceHands(context, seeded), seeded, actor };
  const asked = await askForVisits(filling);
  await acceptMost(filling, asked);
  await visitHomes(filling, asked);
  await leaveQuestions(filling, asked);
}

type Plan = { readonly date: LocalDate; readonly index: number };

/**
 * Residents ask from their phones, in order of time; then one person asks twice, one calls the desk, and one
 * asks at the kelurahan.
 */
async function askForVisits({ city, days, hands, seeded, nowMs, actor }: Filling): Promise<BookingId[]> {
  const [first, second, ...later] = days.coming;
  const dates = [
    ...Array.from({ length: ON_PAST }, () => days.past),
    ...Array.from({ length: ON_FIRST }, () => first ?? days.past),
    ...Array.from({ length: ON_SECOND }, () => second ?? days.past),
    ...Array.from({ length: ON_LATER }, (_, at) => later[at % LATER_DAYS] ?? days.past),
  ];
  const plans: Plan[] = dates.map((date, at) => ({ date, index: at + 1 }));
  const at = ({ date, index }: Plan) => askedAt(city, date, index, nowMs);
  const ids: BookingId[] = [];
  const request = ({ date, index }: Plan, person = index) => {
    const { services, areas } = pickServices(city, seeded, person, date);
    const area = areas[index % areas.length];
    if (area === undefined) throw new Error(`practice: no unit is on the road on ${date}`);
    const windows = windowsOn(city, area, date, needsOf(services));
    const wished = windows.slice(index % windows.length);
    // A request for several windows is rarely turned away, so on the second day each asks for one.
    return madeUpRequest(seeded, person, services, area, date === second ? wished.slice(0, 1) : windows);
  };
  for (const plan of plans.toSorted((a, b) => at(a) - at(b)))
    ids.push(await hands.ask(at(plan), request(plan)));
  const more = plans.length + 1;
  const lateDay = later[0] ?? days.past;
  const last = askedAt(city, lateDay, more, nowMs);
  // The same person as the one before, from another phone: a double for the desk to find.
  const twin = { date: lateDay, index: more };
  const twice = request(twin, more);
  ids.push(await hands.ask(last, twice), await hands.ask(last + 1, twice));
  ids.push(await hands.take(last + 2, actor('coordinator'), request({ date: lateDay, index: more + 1 })));
  const kelurahan = actor('kelurahan');
  const home = city.areas.find(({ code }) => kelurahan.areas.includes(code));
  if (home !== undefined) {
    const { services } = pickServices(city, seeded, more + 2, lateDay);
    const wish = madeUpRequest(seeded, more + 2, services, home, 'any');
    ids.push(await hands.take(last + 3, kelurahan, wish));
  }
  for (let call = 1; call <= CALLS; call += 1) await hands.askForCall(last + 3 + call, more + 2 + call);
  return ids;
}

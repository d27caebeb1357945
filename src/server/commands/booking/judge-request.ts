import type { SubmitBooking } from '../../../contract/commands';
import { splitVisits } from '../../../domain/booking/split-visits';
import { localDateAt } from '../../../domain/calendar/local-date';
import { offeredSlots } from '../../../domain/calendar/offered-slots';
import type { UnitNeeds } from '../../../domain/calendar/unit-needs';
import { findService, minutesOf, needsOf } from '../../../domain/catalogue/find-service';
import type { City } from '../../../domain/city/city';
import { parseBirthYear } from '../../../domain/people/birth-year';
import { parseNik } from '../../../domain/people/nik';
import { parsePersonName } from '../../../domain/people/person-name';
import type { Phone } from '../../../domain/people/phone';
import type { ResidentProblem } from '../../../domain/problem';
import { DONE, type Refused, type ResidentResult, refuse } from '../../../domain/result';
import { judgePhone } from '../../steps/people/judge-phone';

type Request = SubmitBooking['request'];
type Judged = {
  /** As it is to be kept: with the contact's number in its one form. */
  readonly request: Request;
  readonly minutes: number;
  readonly needs: UnitNeeds;
};

/** Applies the rules of domain to a request. The phone applied them too, but by its own clock. */
export function judgeRequest(request: Request, city: City, nowMs: number): ResidentResult<Judged> {
  const people = judgePeople(request, city, nowMs);
  if (!people.ok) return people;
  const choices = judgeChoices(request, city);
  if (!choices.ok) return choices;
  const services = request.services.flatMap((id) => findService(city.catalogue, id) ?? []);
  const minutes = minutesOf(services, city.settings.travelMinutes);
  if (splitVisits(city, services, request.place.area).length > 0) {
    return at('services-apart', 'services');
  }
  const needs = needsOf(services);
  const fits = (area: string) =>
    offeredSlots(city, { area, ...needs }, nowMs).some((slot) => slot.onlineCapacityMinutes >= minutes);
  const isPossible = fits(request.place.area) || city.areas.some(({ code }) => fits(code));
  if (!isPossible) {
    return at('services-too-long', 'services');
  }
  const contact = { ...request.contact, phone: people.phone };
  return { ok: true, request: { ...request, contact }, minutes, needs };
}

/**
 * Judges a sent request as it was changed. Where services and kelurahan stay, the visit keeps the minutes and
 * needs of `before`: the city may have changed its catalogue and travel times since.
 */
export function judgeChange(
  before: Pick<Judged, 'minutes' | 'needs'> & { readonly request: Request },
  after: Request,
  city: City,
  nowMs: number,
): ResidentResult<Judged> {
  const isSameVisit =
    before.request.place.area === after.place.area && isSameSet(before.request.services, after.services);
  if (!isSameVisit) return judgeRequest(after, city, nowMs);
  const people = judgePeople(after, city, nowMs);
  if (!people.ok) return people;
  const { minutes, needs } = before;
  return {
    ok: true,
    request: { ...after, contact: { ...after.contact, phone: people.phone } },
    minutes,
    needs,
  };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

function judgePeople(
  { recipient, contact }: Request,
  city: City,
  nowMs: number,
): ResidentResult<{ readonly phone: Phone }> {
  if (!parsePersonName(recipient.name).ok) return at('recipient-not-valid', 'recipient/name');
  const thisYear = Number(localDateAt(nowMs, city.settings.utcOffsetMinutes).slice(0, 4));
  const year = parseBirthYear(String(recipient.birthYear), thisYear);
  if (!year.ok) return at('recipient-not-valid', 'recipient/birthYear');
  const nik = recipient.nik === undefined ? undefined : parseNik(recipient.nik);
  if (nik?.ok === false) return at(nik.problem, 'recipient/nik');
  if (!parsePersonName(contact.name).ok) return at('request-not-valid', 'contact/name');
  const read = judgePhone(contact.phone);
  return read.ok ? read : at(read.problem, 'contact/phone');
}

function judgeChoices({ place, services }: Request, city: City): ResidentResult {
  if (!city.areas.some(({ code }) => code === place.area)) return at('area-unknown', 'place/area');
  const unknown = services.findIndex((id) => findService(city.catalogue, id) === undefined);
  if (unknown >= 0) return at('service-unknown', `services/${unknown}`);
  if (new Set(services).size < services.length) return at('request-not-valid', 'services');
  return DONE;
}

function at(problem: ResidentProblem, place: string): Refused<ResidentProblem> {
  return refuse(problem, { pointer: `/request/${place}` });
}

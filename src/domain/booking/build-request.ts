import type { JudgedTime } from '../calendar/judged-time';
import { minutesOf } from '../catalogue/find-service';
import { buildChecklist, questionsFor } from '../checklist/checklist';
import type { City } from '../city/city';
import { parseBirthYear } from '../people/birth-year';
import { parseNik } from '../people/nik';
import { parsePhone } from '../people/phone';
import { plainDigits } from '../people/plain-digits';
import type { BookingRequest } from './booking';
import { checkPage, REQUEST_PAGES, type RequestError } from './check-request';
import { answersOf } from './draft-answers';
import { chosenServices, type RequestDraft } from './request-draft';

export type RequestResult =
  | { readonly ok: true; readonly request: BookingRequest; readonly minutes: number }
  | { readonly ok: false; readonly errors: readonly RequestError[] };

/**
 * Turns a draft into a request, or returns every error in it, in the order of the pages. Free text stays as
 * typed. Answers and ticks that belong to services no longer chosen are dropped. `minutes` covers the whole
 * visit, travel included.
 */
export function buildRequest(draft: RequestDraft, city: City, time: JudgedTime): RequestResult {
  const errors = REQUEST_PAGES.flatMap((page) => checkPage(page, draft, city, time));
  const birthYear = parseBirthYear(draft.birthYear, Number.POSITIVE_INFINITY);
  const phone = parsePhone(draft.contactPhone);
  const { recipientIs, area, channel } = draft;
  if (errors.length > 0 || !birthYear.ok || !phone.ok) return { ok: false, errors };
  if (recipientIs === undefined || area === undefined || channel === undefined) return { ok: false, errors };
  const { catalogue, settings } = city;
  const services = chosenServices(draft, catalogue);
  const given = answersOf(draft, catalogue);
  const asked = questionsFor(services, given, catalogue).map((question) => question.id);
  const answers = Object.fromEntries(asked.map((id) => [id, given[id] === true]));
  const { items } = buildChecklist(services, answers, catalogue);
  const listed = new Set(items.map((item) => item.requirement.id));
  const nik = parseNik(draft.nik);
  const hasPackage = catalogue.packages.some((pkg) => pkg.id === draft.packageId);
  return {
    ok: true,
    minutes: minutesOf(services, settings.travelMinutes),
    request: {
      recipientIs,
      recipient: {
        name: draft.recipientName,
        birthYear: birthYear.birthYear,
        ...(nik.ok ? { nik: nik.nik } : {}),
      },
      needs: draft.needs,
      ...(draft.needsNote === '' ? {} : { needsNote: draft.needsNote }),
      services: services.map((service) => service.id),
      ...(hasPackage ? { packageId: draft.packageId } : {}),
      answers,
      prepared: draft.prepared.filter((id) => listed.has(id)),
      place: {
        area,
        street: draft.street,
        rt: plainDigits(draft.rt),
        rw: plainDigits(draft.rw),
        landmark: draft.landmark,
        ...(draft.point === undefined ? {} : { point: draft.point }),
      },
      preferences: draft.isAnyTime ? 'any' : draft.windows,
      contact: { name: draft.contactName, phone: phone.phone, channel },
    },
  };
}

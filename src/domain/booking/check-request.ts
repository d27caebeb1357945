import type { JudgedTime } from '../calendar/judged-time';
import { localDateAt } from '../calendar/local-date';
import type { Catalogue } from '../catalogue/service';
import { buildChecklist } from '../checklist/checklist';
import type { City } from '../city/city';
import { findArea } from '../city/search-areas';
import { type BirthYearProblem, parseBirthYear } from '../people/birth-year';
import { type NikProblem, parseNik } from '../people/nik';
import { type PersonNameProblem, parsePersonName } from '../people/person-name';
import { canWhatsApp, type PhoneProblem, parsePhone } from '../people/phone';
import { parseRtRw } from '../people/rt-rw';
import { MAX_LANDMARK_CHARS, MAX_NAME_CHARS, MAX_NOTE_CHARS, MAX_STREET_CHARS } from '../people/text-limits';
import { MAX_PREFERENCES } from './booking';
import { answersOf } from './draft-answers';
import { chosenServices, type RequestDraft } from './request-draft';
import { splitVisits } from './split-visits';
import { windowsByRota } from './windows-by-rota';

const ANSWER = 'answer-';

/** The pages of the request form, in order. */
export const REQUEST_PAGES = [
  'for-whom',
  'recipient',
  'needs',
  'services',
  'requirements',
  'address',
  'times',
  'contact',
] as const;

export type RequestPage = (typeof REQUEST_PAGES)[number];

export type RequestProblem =
  | PersonNameProblem
  | BirthYearProblem
  | NikProblem
  | PhoneProblem
  | 'recipient-not-chosen'
  | 'note-too-long'
  | 'service-not-chosen'
  | 'option-not-chosen'
  | 'services-too-long'
  | 'services-apart'
  | 'question-open'
  | 'area-not-chosen'
  | 'street-empty'
  | 'street-too-long'
  | 'rt-rw-not-number'
  | 'landmark-too-long'
  | 'window-not-chosen'
  | 'window-not-offered'
  | 'channel-not-chosen'
  | 'channel-no-whatsapp';

/** `field` names a field of the draft, or is `answer-<question id>`. */
export type RequestError = {
  readonly page: RequestPage;
  readonly field: string;
  readonly problem: RequestProblem;
};

type Found = readonly [field: string, problem: RequestProblem] | undefined;
type Check = (draft: RequestDraft, city: City, time: JudgedTime) => readonly Found[];

const INVISIBLE = /[\p{Z}\p{Cc}\p{Cf}]/gu;

const checks: Readonly<Record<RequestPage, Check>> = {
  'for-whom': (draft) => [
    draft.recipientIs === undefined ? ['recipientIs', 'recipient-not-chosen'] : undefined,
  ],
  recipient: checkRecipient,
  needs: (draft) => [tooLong('needsNote', draft.needsNote, MAX_NOTE_CHARS, 'note-too-long')],
  services: checkServices,
  requirements: (draft, { catalogue }) =>
    buildChecklist(
      chosenServices(draft, catalogue),
      answersOf(draft, catalogue),
      catalogue,
    ).openQuestions.map((question) => [`${ANSWER}${question.id}`, 'question-open'] as const),
  address: checkAddress,
  times: checkTimes,
  contact: checkContact,
};

/**
 * Returns what the resident must correct on one page before going on, in the order of its fields. The year of
 * birth and the windows depend on the city's current day: at a time that is not sure they are no error, since
 * the server judges them.
 */
export function checkPage(
  page: RequestPage,
  draft: RequestDraft,
  city: City,
  time: JudgedTime,
): RequestError[] {
  return checks[page](draft, city, time).flatMap((found) =>
    found === undefined ? [] : [{ page, field: found[0], problem: found[1] }],
  );
}

function checkRecipient(draft: RequestDraft, city: City, time: JudgedTime): readonly Found[] {
  const thisYear = Number(localDateAt(time.nowMs, city.settings.utcOffsetMinutes).slice(0, 4));
  const year = parseBirthYear(draft.birthYear, time.isSure ? thisYear : Number.POSITIVE_INFINITY);
  const nik = draft.nik.trim() === '' ? undefined : parseNik(draft.nik);
  return [
    checkName('recipientName', draft.recipientName),
    year.ok ? undefined : ['birthYear', year.problem],
    nik === undefined || nik.ok ? undefined : ['nik', nik.problem],
  ];
}

function checkServices(draft: RequestDraft, city: City, { nowMs, isSure }: JudgedTime): readonly Found[] {
  const { catalogue } = city;
  const pkg = catalogue.packages.find((candidate) => candidate.id === draft.packageId);
  const hasOption = pkg?.choice?.options.some((option) => option.service === draft.packageOption) ?? true;
  if (!hasOption) return [['packageOption', 'option-not-chosen']];
  const services = chosenServices(draft, catalogue);
  if (services.length === 0) return [['services', 'service-not-chosen']];
  if (splitVisits(city, services, draft.area).length > 0) return [['services', 'services-apart']];
  const fitsSomewhere =
    !isSure || city.areas.some(({ code }) => windowsByRota(city, { area: code, services, nowMs }).length > 0);
  return [fitsSomewhere ? undefined : ['services', 'services-too-long']];
}

function checkAddress(draft: RequestDraft, city: City): readonly Found[] {
  const isKnown = draft.area !== undefined && findArea(city.areas, draft.area) !== undefined;
  return [
    draft.street.replace(INVISIBLE, '') === ''
      ? ['street', 'street-empty']
      : tooLong('street', draft.street, MAX_STREET_CHARS, 'street-too-long'),
    parseRtRw(draft.rt).ok ? undefined : ['rt', 'rt-rw-not-number'],
    parseRtRw(draft.rw).ok ? undefined : ['rw', 'rt-rw-not-number'],
    tooLong('landmark', draft.landmark, MAX_LANDMARK_CHARS, 'landmark-too-long'),
    isKnown
      ? splitVisits(city, chosenServices(draft, city.catalogue), draft.area).length > 0
        ? ['area', 'services-apart']
        : undefined
      : ['area', 'area-not-chosen'],
  ];
}

function checkTimes(draft: RequestDraft, city: City, { nowMs, isSure }: JudgedTime): readonly Found[] {
  if (draft.isAnyTime) return [];
  if (draft.windows.length === 0) return [['windows', 'window-not-chosen']];
  const services = chosenServices(draft, city.catalogue);
  const offered = windowsByRota(city, { area: draft.area ?? '', services, nowMs });
  const areOffered =
    !isSure ||
    draft.windows.every((choice) =>
      offered.some(({ date, window }) => date === choice.date && window === choice.window),
    );
  const isFew = draft.windows.length <= MAX_PREFERENCES;
  return [areOffered && isFew ? undefined : ['windows', 'window-not-offered']];
}

function checkContact(draft: RequestDraft): readonly Found[] {
  const phone = parsePhone(draft.contactPhone);
  const hasNoWhatsApp = draft.channel === 'whatsapp' && phone.ok && !canWhatsApp(phone.phone);
  return [
    checkName('contactName', draft.contactName),
    phone.ok ? undefined : ['contactPhone', phone.problem],
    draft.channel === undefined ? ['channel', 'channel-not-chosen'] : undefined,
    hasNoWhatsApp ? ['channel', 'channel-no-whatsapp'] : undefined,
  ];
}

function checkName(field: string, text: string): Found {
  const name = parsePersonName(text);
  return name.ok ? tooLong(field, text, MAX_NAME_CHARS, 'name-too-long') : [field, name.problem];
}

/**
 * Counts as the contract does, in UTF-16 units and with surrounding spaces: a text that passes here is never
 * refused there.
 */
function tooLong(field: string, text: string, max: number, problem: RequestProblem): Found {
  return text.length > max ? [field, problem] : undefined;
}

/** Returns the text of the question that a field answers; empty for any other field. */
export function questionOfField(field: string, { questions }: Pick<Catalogue, 'questions'>): string {
  return questions.find(({ id }) => field === `${ANSWER}${id}`)?.text ?? '';
}

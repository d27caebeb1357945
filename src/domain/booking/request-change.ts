import type { BookingRequest } from './booking';

/**
 * What of a sent request can be changed: everything but whom the visit is for. Another person is another
 * request, and the NIK is known to the server alone once it was sent.
 */
export type RequestChange = Omit<BookingRequest, 'recipientIs' | 'recipient' | 'answers'> & {
  readonly answers: Readonly<Record<string, boolean | undefined>>;
};

/** The parts that the history tells apart, in the order of the request's pages; `date` is what the city gave. */
export const CHANGED_PARTS = [
  'needs',
  'needs-note',
  'services',
  'answers',
  'area',
  'street',
  'rt',
  'rw',
  'landmark',
  'point',
  'wishes',
  'contact-name',
  'contact-phone',
  'channel',
  'date',
] as const;
export type ChangedPart = (typeof CHANGED_PARTS)[number];

/**
 * One part before and after. Each value is a list, empty for nothing: ids, a text, `<question>=yes` or `=no`,
 * `<date> <window>`, `any`, or `<lat> <lng>`.
 */
export type PartChange = {
  readonly part: ChangedPart;
  readonly from: readonly string[];
  readonly to: readonly string[];
};

/** Returns the answers without the questions that were left open. */
export function givenAnswers({ answers }: Pick<RequestChange, 'answers'>): Readonly<Record<string, boolean>> {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, isYes]) => (isYes === undefined ? [] : [[id, isYes]])),
  );
}

/** Returns each part in which two requests differ; the order of needs, services and answers is no difference. */
export function partsChanged(before: RequestChange, after: RequestChange): readonly PartChange[] {
  const from = valuesOf(before);
  const to = valuesOf(after);
  return CHANGED_PARTS.flatMap((part) =>
    part === 'date' || isSame(from[part], to[part]) ? [] : [{ part, from: from[part], to: to[part] }],
  );
}

type Values = Readonly<Record<Exclude<ChangedPart, 'date'>, readonly string[]>>;

function valuesOf(request: RequestChange): Values {
  const { needs, needsNote, services, answers, place, preferences, contact } = request;
  const { area, street, rt, rw, landmark, point } = place;
  const text = (value: string | undefined) => (value === undefined || value === '' ? [] : [value]);
  return {
    needs: [...needs].sort(),
    'needs-note': text(needsNote),
    services: [...services].sort(),
    answers: Object.entries(answers)
      .map(([id, isYes]) => `${id}=${isYes === true ? 'yes' : 'no'}`)
      .sort(),
    area: [area],
    street: text(street),
    rt: text(rt),
    rw: text(rw),
    landmark: text(landmark),
    point: point === undefined ? [] : [`${point.lat} ${point.lng}`],
    wishes: preferences === 'any' ? ['any'] : preferences.map(({ date, window }) => `${date} ${window}`),
    'contact-name': text(contact.name),
    'contact-phone': text(contact.phone),
    channel: [contact.channel],
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

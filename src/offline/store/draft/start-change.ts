import type { RequestDraft } from '../../../domain/booking/request-draft';
import type { PhoneStore } from '../engine/phone-store';
import { knownFrom } from '../visit/known-from-visit';
import type { Visit } from '../visit/visit';
import type { ChangedRequest, Draft, RequestAnswers } from './draft';
import { changeDraft, listDrafts, startDraft } from './drafts';

/** The answers of a draft that a change of a sent request can touch. */
const CHANGED_FIELDS = [
  'needs',
  'needsNote',
  'services',
  'answers',
  'prepared',
  'area',
  'street',
  'rt',
  'rw',
  'landmark',
  'point',
  'isAnyTime',
  'windows',
  'contactName',
  'contactPhone',
  'channel',
] as const satisfies readonly (keyof RequestDraft)[];

export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** Whether this phone still knows a sent request completely, so that it can be changed here. */
export function isChangeable({ personal, row }: Visit): boolean {
  return row?.role === 'requester' && personal?.recipientIs !== undefined && personal.channel !== undefined;
}

/**
 * Begins the change of a sent request with everything that was said before. While a change is not sent, asking
 * for it again returns the same draft, with what the desk has changed meanwhile. `nowMs`: Unix milliseconds.
 */
export async function startChange(store: PhoneStore, visit: Visit, nowMs: number): Promise<Draft> {
  const begun = (await listDrafts(store)).find(({ changeOf }) => changeOf?.bookingId === visit.id);
  if (begun !== undefined) return (await refreshChange(store, begun, visit, nowMs)) ?? begun;
  const before = answersOfVisit(visit);
  return startDraft(store, nowMs, { ...before, page: 'periksa', changeOf: basisOf(visit, before) });
}

/** Whether the desk has changed the request since the draft of its change rests on it. */
export function isBehindDesk({ changeOf }: Pick<Draft, 'changeOf'>, visit: Visit): boolean {
  return changeOf !== undefined && changeOf.deskChangedAt !== visit.deskChangedAt;
}

/**
 * Puts a change on the request as the desk changed it meanwhile: what the resident has not touched is as the
 * desk has it, what she typed stays. Returns the draft as it is then; `undefined` where nothing was behind.
 */
export async function refreshChange(
  store: PhoneStore,
  draft: Draft,
  visit: Visit,
  nowMs: number,
): Promise<Draft | undefined> {
  const { changeOf } = draft;
  if (changeOf === undefined || !isBehindDesk(draft, visit)) return undefined;
  const now = answersOfVisit(visit);
  const touched = new Set<string>(changedFields(draft));
  const untouched = Object.fromEntries(Object.entries(now).filter(([field]) => !touched.has(field)));
  const change = {
    ...untouched,
    changeOf: { ...basisOf(visit, now), givesUpDate: changeOf.givesUpDate },
  };
  await changeDraft(store, draft.id, change, nowMs);
  return { ...draft, ...change };
}

/** Returns the fields in which a change differs from the sent request. */
export function changedFields(draft: Draft): readonly ChangedField[] {
  const before = draft.changeOf?.before;
  if (before === undefined) return [];
  return CHANGED_FIELDS.filter((field) => textOf(before[field]) !== textOf(draft[field]));
}

function answersOfVisit(visit: Visit): RequestAnswers {
  const { preferences } = visit;
  return {
    ...knownFrom(visit),
    services: visit.services,
    prepared: visit.prepared,
    isAnyTime: preferences === 'any',
    windows: preferences === 'any' ? [] : preferences,
  };
}

function basisOf(visit: Visit, before: RequestAnswers): ChangedRequest {
  return {
    bookingId: visit.id,
    revision: visit.row?.revision ?? 0,
    deskChangedAt: visit.deskChangedAt,
    before,
    preferences: visit.preferences,
  };
}

/** What is absent, empty or in another order is no difference. */
function textOf(value: unknown): string {
  if (value === undefined || value === '') return '';
  if (Array.isArray(value)) return JSON.stringify(value.map((one) => JSON.stringify(one)).sort());
  if (typeof value === 'object' && value !== null) return JSON.stringify(Object.entries(value).sort());
  return String(value);
}

import type { Outcome } from '../../../domain/visit/outcome';
import type { PhoneStore } from '../engine/phone-store';
import { knownFrom } from '../visit/known-from-visit';
import type { Visit } from '../visit/visit';
import type { Draft, DraftChange } from './draft';
import { listDrafts, startDraft } from './drafts';

/** Outcomes for which a crew comes again; a service declined or referred is not requested automatically. */
const UNFINISHED: readonly Outcome[] = ['partly-done', 'papers-missing', 'not-home', 'not-recordable'];

/**
 * Begins the request for the visit after this one with everything this phone still knows: recipient, place,
 * contact, and the services that are not finished. While that request is not sent, asking for it again
 * returns the same draft. `nowMs`: Unix milliseconds.
 */
export async function startFollowUp(store: PhoneStore, visit: Visit, nowMs: number): Promise<Draft> {
  const begun = (await listDrafts(store)).find((draft) => draft.followUpOf === visit.id);
  return begun ?? startDraft(store, nowMs, followUpOf(visit));
}

function followUpOf(visit: Visit): DraftChange {
  const { outcomes = [], lacking = [] } = visit.row?.visit ?? {};
  return {
    ...knownFrom(visit),
    page: 'periksa',
    // Residents who accepted any time still do; the windows they preferred are past.
    isAnyTime: visit.preferences === 'any',
    windows: [],
    followUpOf: visit.id,
    services: outcomes.filter(({ outcome }) => UNFINISHED.includes(outcome)).map(({ service }) => service),
    prepared: visit.prepared.filter((id) => !lacking.includes(id)),
  };
}

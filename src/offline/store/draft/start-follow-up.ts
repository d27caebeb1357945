import type { Outcome } from '../../../domain/visit/outcome';
import type { PhoneStore } from '../engine/phone-store';
import { knownFrom } from '../visit/known-from-visit';
import type { Visit } from '../visit/visit';
import type { Draft, DraftChange } from './draft';
import { listDrafts, startDraft } from './drafts';

/** A crew comes again for these; what was declined or referred is not asked for by itself. */
const UNFINISHED: readonly Outcome[] = ['partly-done', 'papers-missing', 'not-home', 'not-recordable'];

/**
 * A request for the visit after this one, with all that this phone still knows: who, where, whom to call, and the
 * services that are not finished. Asked for again it is the same request, while it was not sent. `nowMs`: Unix
 * milliseconds.
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
    // Who may be visited at any time still may; the windows that were wished for are past.
    isAnyTime: visit.preferences === 'any',
    windows: [],
    followUpOf: visit.id,
    services: outcomes.filter(({ outcome }) => UNFINISHED.includes(outcome)).map(({ service }) => service),
    prepared: visit.prepared.filter((paper) => !lacking.includes(paper)),
  };
}

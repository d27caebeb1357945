import type { ChangeRequest, SubmitBooking } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { BookingRequest } from '../../../domain/booking/booking';
import type { RequestChange } from '../../../domain/booking/request-change';
import type { Draft } from '../draft/draft';
import { openDraft } from '../draft/drafts';
import { isSameAnswers } from '../draft/same-answers';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, VisitRow } from '../engine/rows';
import { makeToken, sha256 } from '../secret/base64url';
import { writeSealed } from '../secret/write-sealed';
import { personalOf, sealVisit } from './personal';

const NIK_SHOWN_DIGITS = 4;

/**
 * `gone`: the draft was sent or deleted in another tab. `changed`: another tab has written other answers than
 * those that `draft` shows.
 */
export type Queued = 'queued' | 'gone' | 'changed';

/**
 * "Kirim": in one transaction removes the draft and adds the visit and its command. The booking has the
 * draft's id, so a second tap or a second tab finds the draft gone and adds nothing. `minutes` is the length
 * of the visit by this phone's catalogue; `nowMs` is in Unix milliseconds.
 */
export async function queueBooking(
  store: PhoneStore,
  draft: Draft,
  request: BookingRequest,
  minutes: number,
  nowMs: number,
): Promise<Queued> {
  const followToken = makeToken();
  const command = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'submit-booking',
    bookingId: draft.id,
    request: copyOf(request),
    followHash: await sha256(followToken),
  } satisfies SubmitBooking;
  const personal = personalOf(request, followToken);
  const seen = {
    id: draft.id,
    delivery: 'kept',
    queuedAtMs: nowMs,
    services: request.services,
    area: request.place.area,
    preferences: request.preferences,
    answers: request.answers,
    prepared: request.prepared,
    minutes,
    pending: 'submit',
  } as const;
  const make = async (device: DeviceRow) => {
    const visit: VisitRow = {
      ...seen,
      sealed: await sealVisit(device, draft.id, { personal, draft }),
      sealedOnceSent: await sealVisit(device, draft.id, {
        personal: { ...personal, nik: personal.nik?.slice(-NIK_SHOWN_DIGITS) },
      }),
    };
    const kept = await store.drafts.get(draft.id);
    const shown = kept && (await openDraft(device.cryptoKey, kept));
    const isShown = shown !== undefined && isSameAnswers(draft, shown);
    return {
      visit,
      row: await sealCommand(device, command, draft.id),
      version: isShown ? kept?.version : -1,
    };
  };
  const tables = [store.drafts, store.bookings, store.outbox];
  const end = await writeSealed(store, tables, make, async ({ visit, row, version }): Promise<Queued> => {
    const kept = await store.drafts.get(draft.id);
    if (kept === undefined) return 'gone';
    if (kept.version !== version) return 'changed';
    await store.drafts.delete(draft.id);
    await store.bookings.put(visit);
    await store.outbox.add(row);
    return 'queued';
  });
  return end ?? 'gone';
}

/** Copies the request: the contract's lists are mutable, the domain's are not. */
export function copyOf(request: BookingRequest): SubmitBooking['request'] {
  const { recipientIs, recipient } = request;
  return { ...copyOfChange(request), recipientIs, recipient };
}

/** The same for a change. */
export function copyOfChange(request: RequestChange): ChangeRequest['request'] {
  return {
    ...request,
    needs: [...request.needs],
    services: [...request.services],
    answers: { ...request.answers },
    prepared: [...request.prepared],
    preferences: request.preferences === 'any' ? 'any' : request.preferences.map((choice) => ({ ...choice })),
  };
}

import type { OfferedWindow } from '../../../contract/booking-row';
import type { Command } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import { isOver } from '../../../domain/booking/state';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, OutboxRow, VisitRow } from '../engine/rows';
import { sha256 } from '../secret/base64url';
import { writeSealed } from '../secret/write-sealed';
import { onceChangedOf } from '../visit/change-drafts';
import { openPersonal, sealChanged, sealVisit } from '../visit/personal';
import { copyOf, copyOfChange } from '../visit/queue-booking';
import { bringBackCallbacks } from './bring-back-callbacks';
import { settlePhotos } from './bring-back-photos';
import { draftOf } from './draft-of-visit';
import { planVisit, type VisitPlan } from './plan-visit';
import type { PutBackNote } from './visit-put-back';

/**
 * Sends again what a server of another generation lacks, once everything was read from it. Each visit is done
 * in one transaction, so that whoever is interrupted goes on where it was. `nowMs`: Unix milliseconds.
 */
export async function bringBack(store: PhoneStore, nowMs: number): Promise<void> {
  const generation = await store.meta.get('generation');
  if (generation?.key !== 'generation' || generation.stage !== 'read') return;
  const today = new Date(generation.atMs).toISOString().slice(0, 10);
  // No visit of the same day can be asked for, so the zone makes no difference.
  const isAhead = ({ date }: OfferedWindow) => date > today;
  for (const visit of await store.bookings.filter(isLeft).toArray()) {
    await bringBackVisit(store, visit.id, isAhead, nowMs);
  }
  await bringBackCallbacks(store, nowMs);
  await store.transaction('rw', store.meta, async () => {
    const now = await store.meta.get('generation');
    if (now?.key !== 'generation' || now.id !== generation.id) return;
    await store.meta.put({ ...now, stage: 'known' });
  });
}

function isLeft({ isUnconfirmed, before }: VisitRow): boolean {
  return isUnconfirmed === true || before !== undefined;
}

type Made = {
  readonly plan: VisitPlan;
  readonly rows: readonly OutboxRow[];
  readonly sealed: Pick<
    VisitRow,
    'sealed' | 'sealedOnceSent' | 'sealedChanged' | 'sealedOnceChanged' | 'onceChanged'
  >;
};

async function bringBackVisit(
  store: PhoneStore,
  id: BookingId,
  isAhead: (window: OfferedWindow) => boolean,
  nowMs: number,
): Promise<void> {
  const make = (device: DeviceRow) => makeAll(store, device, id, isAhead, nowMs);
  const { bookings, outbox, photos, photoBytes } = store;
  await writeSealed(store, [bookings, outbox, photos, photoBytes], make, async (made) => {
    const visit = await store.bookings.get(id);
    if (visit === undefined || made === undefined || !isLeft(visit)) return;
    if (visit.isUnconfirmed === true && visit.before?.role === 'follower') {
      await letGo(store, visit, nowMs);
      return;
    }
    const { plan, rows, sealed } = made;
    // What waits to be sent of a visit that the server lacks comes after the request.
    const waiting = await store.outbox.where('bookingId').equals(id).sortBy('seq');
    if (visit.isUnconfirmed === true) await store.outbox.where('bookingId').equals(id).delete();
    await store.outbox.bulkAdd([...rows]);
    if (visit.isUnconfirmed === true && plan.request !== undefined) {
      await store.outbox.bulkAdd(waiting.map(({ seq: _, ...row }) => row));
    }
    const ofPhotos = await settlePhotos(store, visit);
    await store.bookings.put({ ...broughtBack(visit, plan, [...plan.notes, ...ofPhotos]), ...sealed });
  });
}

/** A follower's phone keeps nothing by which it could ask again but the link, which its owner has. */
async function letGo(store: PhoneStore, { id, before }: VisitRow, nowMs: number): Promise<void> {
  await store.bookings.delete(id);
  if (before === undefined || isOver(before.state)) return;
  await store.meta.put({ key: `gone:${id}`, number: before.number, atMs: nowMs, isPutBack: true });
}

function broughtBack(visit: VisitRow, plan: VisitPlan, notes: readonly PutBackNote[]): VisitRow {
  const { before, isUnconfirmed } = visit;
  const isLost = isUnconfirmed === true;
  const isLinkWaiting = plan.isRenewingLink ?? visit.isLinkWaiting;
  const putBack =
    notes.length === 0
      ? visit.putBack
      : { notes, number: isLost ? before?.number : undefined, scheduled: before?.scheduled };
  const settled: VisitRow = { ...visit, isUnconfirmed: undefined, before: undefined, putBack, isLinkWaiting };
  if (plan.request !== undefined) {
    const pending = visit.pending ?? 'submit';
    const asked = { row: undefined, seen: undefined, problem: undefined, changedRevision: undefined };
    return { ...settled, ...asked, delivery: 'kept', pending };
  }
  if (isLost && !(before !== undefined && isOver(before.state))) {
    return { ...settled, delivery: 'refused', row: undefined, pending: undefined };
  }
  // Over, and the server knows nothing of it: nothing more can be asked there.
  if (isLost) return { ...settled, pending: undefined };
  if (plan.cancelReason !== undefined) return { ...settled, pending: 'cancel' };
  if (plan.isErasing) return { ...settled, pending: 'erase' };
  if (plan.change !== undefined) return { ...settled, pending: visit.pending ?? 'change' };
  if (plan.choice === undefined || visit.pending !== undefined) return settled;
  const { date, window } = plan.choice;
  return { ...settled, pending: 'choose-window', pendingChoice: { date, window } };
}

/** Reads the visit, decides, and seals the commands. */
async function makeAll(
  store: PhoneStore,
  device: DeviceRow,
  id: BookingId,
  isAhead: (window: OfferedWindow) => boolean,
  nowMs: number,
): Promise<Made | undefined> {
  const visit = await store.bookings.get(id);
  if (visit === undefined) return undefined;
  const personal = await openPersonal(device.cryptoKey, visit);
  const row = visit.isUnconfirmed === true ? undefined : visit.row;
  const plan = planVisit({ ...visit, row, personal }, isAhead);
  const commands = await commandsOf(id, plan, personal?.followToken, nowMs);
  const rows = await Promise.all(commands.map((command) => sealCommand(device, command, id)));
  if (plan.change !== undefined) {
    const sealedOnceChanged = await sealChanged(device, id, plan.change.request);
    // Until it is done again, the visit is what the server has.
    const { minutes = visit.minutes } = visit.before ?? {};
    const onceChanged = onceChangedOf(plan.change.request, minutes);
    return { plan, rows, sealed: { sealedChanged: undefined, sealedOnceChanged, onceChanged } };
  }
  if (plan.request === undefined || personal === undefined) return { plan, rows, sealed: {} };
  // Refused, it can be edited like any request.
  const draft = draftOf({ ...visit, personal }, plan.request, nowMs);
  const sealed = {
    sealed: await sealVisit(device, id, { personal, draft }),
    sealedOnceSent: await sealVisit(device, id, { personal }),
  };
  return { plan, rows, sealed };
}

async function commandsOf(
  bookingId: BookingId,
  plan: VisitPlan,
  followToken: string | undefined,
  nowMs: number,
): Promise<Command[]> {
  const made = () => ({ id: makeId<CommandId>(), madeAt: new Date(nowMs).toISOString(), bookingId });
  const commands: Command[] = [];
  const followHash = followToken === undefined ? undefined : await sha256(followToken);
  const { request, choice, cancelReason } = plan;
  if (request !== undefined) {
    const hash = followHash ?? (await sha256(makeId()));
    commands.push({ ...made(), name: 'submit-booking', request: copyOf(request), followHash: hash });
  }
  if (plan.change !== undefined) {
    const { revision, request: changed } = plan.change;
    commands.push({
      ...made(),
      name: 'change-request',
      revision,
      request: copyOfChange(changed),
      date: 'keep',
    });
  }
  if (choice !== undefined) {
    const { date, window } = choice;
    commands.push({ ...made(), name: 'choose-window', choice: { date, window } });
  }
  if (cancelReason !== undefined) {
    const reason = cancelReason === '' ? {} : { reason: cancelReason };
    commands.push({ ...made(), name: 'cancel-booking', ...reason });
  }
  if (plan.isErasing) commands.push({ ...made(), name: 'erase-booking' });
  if (plan.isRenewingLink && followHash !== undefined) {
    commands.push({ ...made(), name: 'renew-follow-link', followHash });
  }
  for (const followerId of plan.withdrawn ?? []) {
    commands.push({ ...made(), name: 'withdraw-follower', followerId });
  }
  for (const photo of plan.removedPhotos ?? []) commands.push({ ...made(), name: 'remove-photo', photo });
  return commands;
}

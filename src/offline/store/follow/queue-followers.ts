import type { RenewFollowLink, WithdrawFollower } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import type { FollowerId } from '../../../domain/booking/follower';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, OutboxRow, VisitRow, VisitSecret } from '../engine/rows';
import { makeToken, sha256 } from '../secret/base64url';
import { type Sealed, seal, unseal } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import { visitPurpose } from '../visit/personal';

/**
 * Asks for a new follow link of the phone's own visit. The old link works until the server has the new one,
 * which is not shown before then. Rejects where the visit does not decrypt. `nowMs`: Unix milliseconds.
 */
export async function queueNewLink(store: PhoneStore, id: BookingId, nowMs: number): Promise<void> {
  await queue(store, id, nowMs, []);
}

/** Removes one follower. Their link ends with it, since it would let them in again. */
export async function queueWithdrawFollower(
  store: PhoneStore,
  id: BookingId,
  follower: FollowerId,
  nowMs: number,
): Promise<void> {
  await queue(store, id, nowMs, [follower]);
}

async function queue(
  store: PhoneStore,
  id: BookingId,
  nowMs: number,
  withdrawn: readonly FollowerId[],
): Promise<void> {
  const make = async (device: DeviceRow) => sealAll(store, device, id, nowMs, withdrawn);
  await writeSealed(store, [store.bookings, store.outbox], make, async (made) => {
    const visit = await store.bookings.get(id);
    if (visit === undefined || made === undefined) return;
    if ('sealed' in made) {
      await store.bookings.put(asked(visit, made.sealed, withdrawn));
      await store.outbox.bulkAdd(made.rows);
      return;
    }
    throw new Error('the visit does not decrypt');
  });
}

/**
 * Returns the visit with another link, and the commands that tell the server; `undefined` where the visit is
 * not this phone's own.
 */
async function sealAll(
  store: PhoneStore,
  device: DeviceRow,
  id: BookingId,
  nowMs: number,
  withdrawn: readonly FollowerId[],
): Promise<{ readonly sealed: Sealed; readonly rows: OutboxRow[] } | { readonly isShut: true } | undefined> {
  const before = await store.bookings.get(id);
  if (before?.sealed === undefined || before.row?.role !== 'requester') return undefined;
  const secret = await unseal<VisitSecret>(device.cryptoKey, visitPurpose(id), before.sealed);
  if (secret === undefined) return { isShut: true };
  const followToken = makeToken();
  const personal = { ...secret.personal, followToken };
  const sealed = await seal(device.cryptoKey, visitPurpose(id), { ...secret, personal });
  const renew: RenewFollowLink = {
    ...madeNow(nowMs),
    name: 'renew-follow-link',
    bookingId: id,
    followHash: await sha256(followToken),
  };
  const rows = [await sealCommand(device, renew, id)];
  for (const followerId of withdrawn) {
    const command: WithdrawFollower = {
      ...madeNow(nowMs),
      name: 'withdraw-follower',
      bookingId: id,
      followerId,
    };
    rows.push(await sealCommand(device, command, id));
  }
  return { sealed, rows };
}

function asked(visit: VisitRow, sealed: VisitRow['sealed'], withdrawn: readonly FollowerId[]): VisitRow {
  const withdrawing = [...new Set([...(visit.withdrawing ?? []), ...withdrawn])];
  return { ...visit, sealed, isLinkWaiting: true, withdrawing };
}

function madeNow(nowMs: number) {
  return { id: makeId<CommandId>(), madeAt: new Date(nowMs).toISOString() };
}

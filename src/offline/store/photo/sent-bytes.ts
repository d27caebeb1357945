import { isOver } from '../../../domain/booking/state';
import type { PhoneStore } from '../engine/phone-store';

/** The room that this app leaves to itself and to others, in bytes: below it, sent photos are let go. */
const ROOM_LEFT_BYTES = 50_000_000;

/** Tells how many bytes the browser may still store here; `undefined` where it does not tell. */
type ReadRoom = () => Promise<number | undefined>;

const readRoom: ReadRoom = async () => {
  if (typeof navigator === 'undefined' || navigator.storage?.estimate === undefined) return undefined;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
};

/**
 * Deletes the bytes of sent photos that this phone need not keep any longer: those of visits that are over or
 * gone, and all of them where room is short. Until then they stay, in case the server is put back to a backup
 * without them.
 */
export async function forgetSentBytes(store: PhoneStore, room: ReadRoom = readRoom): Promise<void> {
  const left = await room().catch(() => undefined);
  const isShort = left !== undefined && left < ROOM_LEFT_BYTES;
  const { photos, photoBytes, bookings } = store;
  await store.transaction('rw', photos, photoBytes, bookings, async () => {
    const sent = await photos.filter(({ status }) => status === 'sent').toArray();
    const visits = await bookings.bulkGet(sent.map(({ bookingId }) => bookingId));
    const idle = sent.filter((_, at) => {
      const visit = visits[at];
      return isShort || visit === undefined || (visit.row !== undefined && isOver(visit.row.state));
    });
    await photoBytes.bulkDelete(idle.map(({ id }) => id));
  });
}

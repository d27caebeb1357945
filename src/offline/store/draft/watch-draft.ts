import type { BookingId } from '../../../domain/booking/booking';
import type { PhoneStore } from '../engine/phone-store';
import { watchOpened } from '../engine/watch-opened';
import { openedDevice } from '../secret/open-key';
import type { Draft } from './draft';
import { openDraft } from './drafts';

/** `sent`: the request is a visit of this phone now, or the change waits to be sent. `deleted`: it is nowhere on this phone. */
export type DraftStanding =
  | { readonly is: 'there'; readonly draft: Draft; readonly version: number }
  | { readonly is: 'sent' | 'deleted' };

/**
 * Watches one draft: calls back now and after each change, from any tab. Says nothing while this page cannot
 * read it (a PIN locks the phone).
 */
export function watchDraft(
  store: PhoneStore,
  id: BookingId,
  onStanding: (standing: DraftStanding) => void,
  onError: (error: unknown) => void,
): () => void {
  const read = async () => ({
    row: await store.drafts.get(id),
    isVisit: (await store.bookings.where('id').equals(id).count()) > 0,
    device: await store.meta.get('device'),
  });
  return watchOpened(
    read,
    async ({ row, isVisit, device }): Promise<DraftStanding | undefined> => {
      if (row?.isQueued === true) return { is: 'sent' };
      if (row === undefined) return { is: isVisit ? 'sent' : 'deleted' };
      const key = device?.key === 'device' ? openedDevice(store, device)?.cryptoKey : undefined;
      const draft = key && (await openDraft(key, row));
      return draft && { is: 'there', draft, version: row.version };
    },
    (standing) => standing && onStanding(standing),
    onError,
  );
}

import { liveQuery } from 'dexie';
import { phoneClock } from '../clock/phone-clock';
import type { PhoneStore } from '../store/engine/phone-store';
import { type Connection, readReadyPhotos } from '../store/photo/ready-photos';
import { onConnectionChange, readConnection } from './connection';
import { createSender, type SenderOptions, type Sync } from './create-sender';
import type { Fetch } from './fetch-in-time';
import { sendPhotos } from './send-photos';
import { anySignal, onPageSignals, type WakeSignal } from './when-to-sync';

/** A separate lock, so that a photo on its way never makes a booking wait. */
const LOCK_NAME = 'mpp-mobile-photos';

export type PhotoSyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> & {
  readonly store: PhoneStore;
  readonly fetch?: Fetch;
  /** The server's origin, without a trailing slash; empty means where the page came from. */
  readonly baseUrl?: string;
  /** Reads the kind of connection; by default asks the browser. */
  readonly connection?: () => Connection;
};

/** Creates the sender of photos, which works beside that of bookings, with the same back-off. */
export function createPhotoSync(options: PhotoSyncOptions): Sync {
  const { store, now = phoneClock.now, baseUrl = '', connection = readConnection } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return createSender({
    ...options,
    meta: store.meta,
    lockName: LOCK_NAME,
    leaseKey: 'photo-lease',
    signals: options.signals ?? anySignal(onPageSignals, onConnectionChange),
    send: (onRound) => sendPhotos({ store, fetch, baseUrl, now, connection, onRound }),
    newCommands: onReadyPhoto(store, connection),
  });
}

/**
 * Wakes the sender for a photo that has become sendable: it was added, its booking arrived, or the resident
 * said so.
 */
function onReadyPhoto(store: PhoneStore, connection: () => Connection): WakeSignal {
  return (wake) => {
    let before: ReadonlySet<string> = new Set();
    const subscription = liveQuery(async () =>
      (await readReadyPhotos(store, connection())).map((photo) => photo.id),
    ).subscribe(
      (ids) => {
        const isNew = ids.some((id) => !before.has(id));
        before = new Set(ids);
        if (isNew) wake();
      },
      // Whatever shows the store also reports that it cannot be read.
      () => {},
    );
    return () => subscription.unsubscribe();
  };
}

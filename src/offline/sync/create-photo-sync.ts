import { liveQuery } from 'dexie';
import type { PhoneStore } from '../store/engine/phone-store';
import { type Connection, readReadyPhotos } from '../store/photo/ready-photos';
import { onConnectionChange, readConnection } from './connection';
import { createSender, type SenderOptions, type Sync } from './create-sender';
import type { Fetch } from './fetch-in-time';
import { sendPhotos } from './send-photos';
import { anySignal, onPageSignals, type WakeSignal } from './when-to-sync';

/** Its own lock: a photo on its way never makes a booking wait. */
const LOCK_NAME = 'mpp-mobile-photos';

export type PhotoSyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> & {
  readonly store: PhoneStore;
  readonly fetch?: Fetch;
  /** Where the server is, without a slash at its end; empty is where the page came from. */
  readonly baseUrl?: string;
  /** What is known of the connection; the browser's own word unless given. */
  readonly connection?: () => Connection;
};

/** The sender of photos, beside the one of bookings and with the same back-off. */
export function createPhotoSync(options: PhotoSyncOptions): Sync {
  const { store, now = Date.now, baseUrl = '', connection = readConnection } = options;
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

/** A photo may be sent that could not before: it was added, its booking arrived, or the person said so. */
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
      // A store that cannot be read is said on screen by whoever shows it.
      () => {},
    );
    return () => subscription.unsubscribe();
  };
}

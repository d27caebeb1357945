import type { PhoneStore } from '../store/engine/phone-store';
import { type Connection, forgetIdlePhotos, readReadyPhotos } from '../store/photo/ready-photos';
import { forgetSentBytes } from '../store/photo/sent-bytes';
import { readDevice, readSecret } from '../store/secret/device-key';
import type { Fetch } from './fetch-in-time';
import { sendPhoto } from './send-photo';
import type { SyncReport } from './sync-state';

export type SendPhotosDependencies = {
  readonly store: PhoneStore;
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly now: () => number;
  readonly connection: () => Connection;
  /** Called before each request, to keep the lease. */
  readonly onRound: () => Promise<void>;
};

/**
 * Sends photos one after another until none is ready. A photo that the server refuses is kept with the
 * reason, and the next one follows. Only one sender may call this at a time; it stops at once when something
 * about the bookings waits.
 */
export async function sendPhotos(dependencies: SendPhotosDependencies): Promise<SyncReport> {
  const { store, fetch, baseUrl, now, connection, onRound } = dependencies;
  const total = { done: 0, refused: 0, changes: 0 };
  if ((await store.photos.count()) === 0) return total;
  await forgetIdlePhotos(store);
  await forgetSentBytes(store);
  for (;;) {
    const [photo] = await readReadyPhotos(store, connection());
    if (photo === undefined) return total;
    const authorization = `Device ${await readSecret(await readDevice(store))}`;
    const mustYield = async () =>
      !(await readReadyPhotos(store, connection())).some(({ id }) => id === photo.id);
    const sent = await sendPhoto({ store, photo, fetch, baseUrl, authorization, now, onRound, mustYield });
    if (sent.is === 'failed') return { ...total, failure: sent.failure, retryAfterMs: sent.retryAfterMs };
    if (sent.is === 'done' || sent.is === 'refused') total[sent.is] += 1;
  }
}

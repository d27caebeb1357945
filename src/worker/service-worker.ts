import { NavigationRoute, registerRoute } from 'workbox-routing';
import { openPhoneStore } from '../offline/store/engine/phone-store';
import { bringBack } from '../offline/store/put-back/bring-back';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { createPhotoSync } from '../offline/sync/create-photo-sync';
import { createSync } from '../offline/sync/create-sync';
import { keepFiles } from './keep-files';
import type { KeptFile } from './kept-file';
import { isSync } from './sync-event';

/** The build replaces `__WB_MANIFEST` with the list of files to keep. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: KeptFile[] };

const answerWith = keepFiles(self.__WB_MANIFEST);

// No route ever answers for /api: a cached response could show a date that no longer holds.
registerRoute(new NavigationRoute(answerWith('/index.html'), { allowlist: [/^\/(\?.*)?$/] }));
registerRoute(
  new NavigationRoute(answerWith('/app.html'), {
    denylist: [/^\/(\?.*)?$/, /^\/api\//, /^\/petugas(\/|$)/, /^[^?]*\/[^/?]+\.[a-z0-9]{1,12}(\?.*)?$/i],
  }),
);

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG) event.waitUntil(send());
});

/** Sends everything that waits. Rejects while something is left, so that the browser tries again. */
async function send(): Promise<void> {
  const store = openPhoneStore();
  try {
    // A worker fetches no code late.
    const sync = createSync({ store, bringBack });
    const report = await sync.syncNow();
    // Locked with a PIN, nothing can be read for sending; the page sends it once the phone is unlocked.
    if (report.failure === 'locked') return;
    if (report.failure !== undefined) throw new Error(`not sent: ${report.failure}`);
    // Photos go after their bookings, and the commands that attach them after the photos.
    const photos = await createPhotoSync({ store }).syncNow();
    const named = photos.done > 0 ? await sync.syncNow() : report;
    const failure = photos.failure ?? named.failure;
    if (failure !== undefined) throw new Error(`not sent: ${failure}`);
  } finally {
    store.close();
  }
}

import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { openPhoneStore } from '../offline/store/engine/phone-store';
import { bringBack } from '../offline/store/put-back/bring-back';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { createPhotoSync } from '../offline/sync/create-photo-sync';
import { createSync } from '../offline/sync/create-sync';
import { isSync } from './sync-event';

type PrecacheEntry = { readonly url: string; readonly revision: string | null };

/** The build replaces `__WB_MANIFEST` with the list of files to keep. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

// An older version's files stay until this version takes over, since an open page may still ask for them. It
// takes over only when a person presses the page's button.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false });

// No route ever answers for /api: a cached response could show a date that no longer holds.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(\?.*)?$/] }));
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/app.html'), {
    denylist: [/^\/(\?.*)?$/, /^\/api\//, /^\/petugas(\/|$)/, /^[^?]*\/[^/?]+\.[a-z0-9]{1,12}(\?.*)?$/i],
  }),
);

// A first visit loads its page before this worker exists: without this, every later page would go to the
// network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

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

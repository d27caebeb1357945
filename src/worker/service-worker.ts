import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { openPhoneStore } from '../offline/store/engine/phone-store';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { createPhotoSync } from '../offline/sync/create-photo-sync';
import { createSync } from '../offline/sync/create-sync';
import { isSync } from './sync-event';

type PrecacheEntry = { readonly url: string; readonly revision: string | null };

/** `__WB_MANIFEST` is put in by the build: the list of what to keep. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

// An older version's files stay until this one takes over: a page that is open may still ask for them, and it
// takes over only by the page's button.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false });

// No route ever answers for /api: an answer out of a cache would show a date that is no longer true.
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(\?.*)?$/] }));
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/app.html'), {
    denylist: [/^\/(\?.*)?$/, /^\/api\//, /^\/petugas(\/|$)/, /\/[^/?]+\.[^/]+$/],
  }),
);

// The page of the first visit came before its worker: without this it would ask the network for each next page.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG) event.waitUntil(send());
});

/** Rejects when something is left, so that the browser tries again. */
async function send(): Promise<void> {
  const store = openPhoneStore();
  try {
    const sync = createSync({ store });
    const report = await sync.syncNow();
    // Closed with a PIN: nothing can be read to be sent, and the page sends it once it is opened.
    if (report.failure === 'locked') return;
    if (report.failure !== undefined) throw new Error(`not sent: ${report.failure}`);
    // Photos once the bookings are there, and then the words on what they show.
    const photos = await createPhotoSync({ store }).syncNow();
    const named = photos.done > 0 ? await sync.syncNow() : report;
    const failure = photos.failure ?? named.failure;
    if (failure !== undefined) throw new Error(`not sent: ${failure}`);
  } finally {
    store.close();
  }
}

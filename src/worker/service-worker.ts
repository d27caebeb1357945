import { NavigationRoute, registerRoute } from 'workbox-routing';
import { openPhoneStore } from '../offline/store/phone-store';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { createPhotoSync } from '../offline/sync/create-photo-sync';
import { createSync } from '../offline/sync/create-sync';
import { keepFiles, type PrecacheEntry } from './keep-files';
import { isSync } from './sync-event';

/** `__WB_MANIFEST` is put in by the build: the list of what to keep. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

// An older version's files stay until this one takes over: a page that is open may still ask for them, and it
// takes over only by the page's button.
const files = keepFiles(self, self.__WB_MANIFEST);

// No route ever answers for /api: an answer out of a cache would show a date that is no longer true.
registerRoute(
  new NavigationRoute(files.createHandlerBoundToURL('/index.html'), { allowlist: [/^\/(\?.*)?$/] }),
);
registerRoute(
  new NavigationRoute(files.createHandlerBoundToURL('/app.html'), {
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

import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendCrewInBackground } from '../offline/crew/send-in-background';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { keepFiles, type PrecacheEntry } from './keep-files';
import { isSync } from './sync-event';

/** `__WB_MANIFEST` is put in by the build: the files of the staff app, and none of the resident app. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

// As the resident's worker: an older version's files stay until a person takes the new one.
const files = keepFiles(self, self.__WB_MANIFEST);

// Its scope is /petugas/, so that no other address of the server reaches it; it never answers for the API.
registerRoute(
  new NavigationRoute(files.createHandlerBoundToURL('/petugas/index.html'), {
    allowlist: [/^\/petugas\//],
    denylist: [/\/[^/?]+\.[^/]+$/],
  }),
);

// The page of the first visit came before its worker: without this it would ask the network for each next page.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG) event.waitUntil(sendCrewInBackground());
});

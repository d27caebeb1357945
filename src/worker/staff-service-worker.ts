import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendCrewInBackground } from '../offline/crew/send-in-background';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { isSync } from './sync-event';

type PrecacheEntry = { readonly url: string; readonly revision: string | null };

/** `__WB_MANIFEST` is put in by the build: the files of the staff app, and none of the resident app. */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

// As the resident's worker: an older version's files stay until a person takes the new one.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false });

// Its scope is /petugas/, so that no other address of the server reaches it; it never answers for the API.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/petugas/index.html'), {
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

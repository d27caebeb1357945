import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendCrewInBackground } from '../offline/crew/send-in-background';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { isSync } from './sync-event';

type PrecacheEntry = { readonly url: string; readonly revision: string | null };

/**
 * The build replaces `__WB_MANIFEST` with the files of the staff app; it contains none of the resident app's.
 */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

// As in the resident app's worker: an older version's files stay until a person accepts the new version.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false });

// This worker's scope is /petugas/, so it handles no other address of the server; it never answers for the
// API.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/petugas/index.html'), {
    allowlist: [/^\/petugas\//],
    denylist: [/^[^?]*\/[^/?]+\.[a-z0-9]{1,12}(\?.*)?$/i],
  }),
);

// A first visit loads its page before this worker exists: without this, every later page would go to the
// network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG) event.waitUntil(sendCrewInBackground());
});

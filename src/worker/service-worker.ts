import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { openPhoneStore } from '../offline/store/phone-store';
import { createSync } from '../offline/sync/create-sync';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[];
};

/** Background Sync is Chromium's own and in no type library: an event with a tag that can be waited for. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

const SYNC_TAG = 'mpp-sync';

// The home page is precached whole as index.html; every other page of the app starts from app.html.
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: 'index.html', ignoreURLParametersMatching: [/.*/] });
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/app.html'), { denylist: [/^\/api\//, /^\/$/] }));
clientsClaim();

// Nothing of /api is ever kept: an old answer would claim more than is true.

self.addEventListener('message', (event) => {
  // Only the button "Versi baru siap" asks for it, so that a half-filled form is never taken away.
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});

self.addEventListener('sync', (event) => {
  const syncEvent = event as SyncEvent;
  if (syncEvent.tag !== SYNC_TAG) return;
  syncEvent.waitUntil(sendWaiting());
});

/** A bonus where the browser has it: the page sends too, and only one of both does at a time. */
async function sendWaiting(): Promise<void> {
  const store = openPhoneStore();
  const report = await createSync({ store }).syncNow();
  store.close();
  if (!report.ok) throw new Error('not sent yet');
}

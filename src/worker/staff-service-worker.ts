import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendCrewInBackground } from '../offline/crew/send-in-background';
import { BACKGROUND_SYNC_TAG } from '../offline/sync/ask-background-sync';
import { keepFiles } from './keep-files';
import type { KeptFile } from './kept-file';
import { isSync } from './sync-event';

/**
 * The build replaces `__WB_MANIFEST` with the files of the staff app; it contains none of the resident app's.
 */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: KeptFile[] };

const answerWith = keepFiles(self.__WB_MANIFEST);

// This worker's scope is /petugas/, so it handles no other address of the server; it never answers for the
// API.
registerRoute(
  new NavigationRoute(answerWith('/petugas/index.html'), {
    allowlist: [/^\/petugas\//],
    denylist: [/^[^?]*\/[^/?]+\.[a-z0-9]{1,12}(\?.*)?$/i],
  }),
);

self.addEventListener('sync', (event) => {
  if (isSync(event) && event.tag === BACKGROUND_SYNC_TAG) event.waitUntil(sendCrewInBackground());
});

import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { fillCache } from './fill-cache';
import type { KeptFile } from './kept-file';

declare const self: ServiceWorkerGlobalScope;

const PAGE = /\.html$/;

/**
 * Keeps the app's files for no connection and answers their addresses. An older version's files stay until this
 * version takes over, since an open page may still ask for them; it takes over only when a person presses the
 * page's button.
 * @returns what answers any other address with one of the kept pages
 */
export function keepFiles(files: readonly KeptFile[]): PrecacheController['createHandlerBoundToURL'] {
  const controller = new PrecacheController();
  controller.addToCacheList(
    files
      .filter(({ isArchive }) => !isArchive)
      .map(({ url, revision, integrity }) =>
        integrity === undefined ? { url, revision } : { url, revision, integrity },
      ),
  );
  const keyOf = ({ url }: KeptFile) => controller.getCacheKeyForURL(url) ?? new URL(url, location.href).href;

  /** Fetches one file by itself, with the headers that the server gives it, and keeps it. */
  async function fetchOne(file: KeptFile, event: ExtendableEvent): Promise<void> {
    const { url, integrity } = file;
    const request = new Request(url, { cache: 'reload', ...(integrity === undefined ? {} : { integrity }) });
    await Promise.all(controller.strategy.handleAll({ params: { cacheKey: keyOf(file) }, request, event }));
  }

  async function install(event: ExtendableEvent): Promise<void> {
    const cache = await self.caches.open(controller.strategy.cacheName);
    // A page's headers are part of it (its security policy), so pages are no part of the archive. What fails
    // here is fetched below: one file after the other, as long as it lacks.
    await Promise.allSettled([
      fillCache(cache, files, keyOf),
      ...files.filter(({ url }) => PAGE.test(url)).map((page) => fetchOne(page, event)),
    ]);
    await controller.install(event);
  }

  self.addEventListener('install', (event) => event.waitUntil(install(event)));
  self.addEventListener('activate', (event) => {
    event.waitUntil(controller.activate(event));
    // A first visit loads its page before this worker exists: without this, every later page would go to the
    // network.
    event.waitUntil(self.clients.claim());
  });
  self.addEventListener('message', (event) => {
    if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
  });
  registerRoute(new PrecacheRoute(controller, { directoryIndex: '', cleanURLs: false }));
  return (url) => controller.createHandlerBoundToURL(url);
}

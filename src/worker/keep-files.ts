import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { fetchAll } from './fetch-all';

export type PrecacheEntry = { readonly url: string; readonly revision: string | null };

/** Keeps the app's files when the worker is installed, answers for them, and removes those of the version before. */
export function keepFiles(worker: ServiceWorkerGlobalScope, entries: PrecacheEntry[]): PrecacheController {
  const controller = new PrecacheController();
  controller.addToCacheList(entries);
  worker.addEventListener('install', (event) => event.waitUntil(fetchAll(controller, event)));
  worker.addEventListener('activate', (event) => void controller.activate(event));
  registerRoute(new PrecacheRoute(controller, { directoryIndex: '', cleanURLs: false }));
  return controller;
}

import type { PrecacheController } from 'workbox-precaching';

/** One by one, each file would wait for a whole way to the server and back; many at once would leave the page no room. */
const AT_ONCE = 4;

type Files = Pick<PrecacheController, 'strategy' | 'getURLsToCacheKeys'>;

/** Rejects when one of them cannot be had: then the worker is not installed, and the browser tries again later. */
export async function fetchAll(controller: Files, event: ExtendableEvent): Promise<void> {
  const { strategy } = controller;
  const waiting = controller.getURLsToCacheKeys().entries();
  const lane = async () => {
    // All lanes take from the one list.
    for (const [url, cacheKey] of waiting) {
      // A name without its content's hash may have another file behind it in the browser's own cache.
      const request = new Request(url, { cache: url === cacheKey ? 'default' : 'reload' });
      await Promise.all(strategy.handleAll({ request, event, params: { cacheKey } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

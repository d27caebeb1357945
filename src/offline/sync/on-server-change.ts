import { liveQuery } from 'dexie';
import { isOver } from '../../domain/booking/state';
import type { PhoneStore } from '../store/engine/phone-store';
import type { VisitRow } from '../store/engine/rows';
import { readDevice, readSecret } from '../store/secret/device-key';
import type { Fetch } from './fetch-in-time';
import { readGeneration } from './generation-header';
import { keepListening } from './keep-listening';
import { readEvents, type StreamEnd } from './read-events';
import type { WakeSignal } from './when-to-sync';

export type ServerChangeOptions = {
  readonly store: PhoneStore;
  readonly fetch?: Fetch;
  /** The server's origin, without a trailing slash; empty means where the page came from. */
  readonly baseUrl?: string;
};

/**
 * Wakes the sender when something of this phone changes on the server. Listens only while the page is
 * visible, the browser does not report being offline, and a visit is open, so that a phone in a pocket spends
 * nothing.
 */
export function onServerChange({ store, baseUrl = '', ...options }: ServerChangeOptions): WakeSignal {
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return keepListening({
    watchWanted: (onWanted) => watchWanted(store, onWanted),
    listen: (signal, onChange) => listen(store, fetch, baseUrl, signal, onChange),
  });
}

async function listen(
  store: PhoneStore,
  fetch: Fetch,
  baseUrl: string,
  signal: AbortSignal,
  onChange: () => void,
): Promise<StreamEnd> {
  try {
    const synced = await store.meta.get('synced');
    const since = synced?.key === 'synced' ? synced.cursor : '0';
    const authorization = `Device ${await readSecret(await readDevice(store))}`;
    return await readEvents({
      fetch,
      url: `${baseUrl}/api/events?since=${since}`,
      authorization,
      generation: (await readGeneration(store))?.id,
      signal,
      onChange,
    });
  } catch {
    // Whatever shows the store also reports that it cannot be read.
    return 'failed';
  }
}

function watchWanted(store: PhoneStore, onWanted: (isWanted: boolean) => void): () => void {
  const page = globalThis.document as Document | undefined;
  let hasOpenVisit = false;
  const tell = () => {
    const isSeen = page === undefined || page.visibilityState === 'visible';
    onWanted(hasOpenVisit && isSeen && globalThis.navigator?.onLine !== false);
  };
  const visits = liveQuery(async () => (await store.bookings.toArray()).some(isOpen)).subscribe(
    (isAny) => {
      hasOpenVisit = isAny;
      tell();
    },
    () => {},
  );
  page?.addEventListener('visibilitychange', tell);
  globalThis.addEventListener?.('online', tell);
  globalThis.addEventListener?.('offline', tell);
  return () => {
    visits.unsubscribe();
    page?.removeEventListener('visibilitychange', tell);
    globalThis.removeEventListener?.('online', tell);
    globalThis.removeEventListener?.('offline', tell);
  };
}

/** Whether the server knows the visit and may still change it. */
function isOpen({ row }: VisitRow): boolean {
  return row !== undefined && !isOver(row.state);
}

import type { PhoneStore } from '../store/engine/phone-store';
import { createSender, type SenderOptions, type Sync } from './create-sender';
import type { Fetch } from './fetch-in-time';
import { sendOutbox } from './send-outbox';
import { onNewCommand } from './when-to-sync';

/** The lock that page, tabs and worker share. */
const LOCK_NAME = 'mpp-mobile-sync';

export type SyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> & {
  readonly store: PhoneStore;
  readonly fetch?: Fetch;
  /** The server's origin, without a trailing slash; empty means where the page came from. */
  readonly baseUrl?: string;
  /** As in `SendDependencies`. */
  readonly resume?: (() => Promise<unknown>) | undefined;
  /** Receives the revision of the city's configuration on the server. */
  readonly onCityRevision?: (revision: number) => void;
};

/** Creates the sender of a resident's phone. */
export function createSync(options: SyncOptions): Sync {
  const { store, now = Date.now, baseUrl = '', onCityRevision, resume } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return createSender({
    ...options,
    meta: store.meta,
    lockName: LOCK_NAME,
    send: (onRound) => sendOutbox({ store, fetch, baseUrl, now, onRound, onCityRevision, resume }),
    newCommands: onNewCommand(store),
  });
}

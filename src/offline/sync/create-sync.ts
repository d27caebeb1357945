import type { PhoneStore } from '../store/engine/phone-store';
import { createSender, type SenderOptions, type Sync } from './create-sender';
import type { Fetch } from './fetch-in-time';
import { sendOutbox } from './send-outbox';
import { onNewCommand } from './when-to-sync';

/** The one lock of page, tabs and worker. */
const LOCK_NAME = 'mpp-mobile-sync';

export type SyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> & {
  readonly store: PhoneStore;
  readonly fetch?: Fetch;
  /** Where the server is, without a slash at its end; empty is where the page came from. */
  readonly baseUrl?: string;
  /** As `SendDependencies` has it. */
  readonly resume?: (() => Promise<unknown>) | undefined;
  /** Told of the revision of the city's configuration that the server has. */
  readonly onCityRevision?: (revision: number) => void;
};

/** The sender of a resident's phone. */
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

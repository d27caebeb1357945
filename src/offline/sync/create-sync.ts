import { parseSyncResponse } from '../../contract/parse-answer';
import { CONTRACT_VERSION } from '../../contract/version';
import { phoneClock } from '../clock/phone-clock';
import { readBatch, waitingCount } from '../store/engine/outbox';
import type { PhoneStore } from '../store/engine/phone-store';
import { readDevice, readSecret } from '../store/secret/device-key';
import { isSameKey } from '../store/secret/is-same-key';
import { applySync } from './apply-sync';
import { createSender, type SenderOptions, type Sync } from './create-sender';
import type { Fetch } from './fetch-in-time';
import { generationHeader, readGeneration } from './generation-header';
import { postSync } from './post-sync';
import { claimBatch, releaseClaim, sendRounds } from './send-rounds';
import type { SyncReport } from './sync-state';
import { onNewCommand } from './when-to-sync';

/** The lock that page, tabs and worker share. */
const LOCK_NAME = 'mpp-mobile-sync';

export type SendDependencies = {
  readonly store: PhoneStore;
  readonly fetch: Fetch;
  /** The server's origin, without a trailing slash; empty means where the page came from. */
  readonly baseUrl: string;
  readonly now: () => number;
  /** Called before each request, to keep the lease. */
  readonly onRound?: (() => Promise<void>) | undefined;
  /** Continues something begun earlier that must be done before anything is sent. */
  readonly resume?: (() => Promise<unknown>) | undefined;
  /** Receives the revision of the city's configuration on the server. */
  readonly onCityRevision?: ((revision: number) => void) | undefined;
  /** Told when the server's database has another generation: the city's configuration may be another too. */
  readonly onPutBack?: (() => void) | undefined;
  /** Sends again what a server of another generation lacks; fetched when that happens. */
  readonly bringBack?: ((store: PhoneStore, nowMs: number) => Promise<void>) | undefined;
};

export type SyncOptions = Pick<SenderOptions, 'now' | 'random' | 'locks' | 'signals'> &
  Pick<SendDependencies, 'store' | 'resume' | 'onCityRevision' | 'onPutBack' | 'bringBack'> &
  Partial<Pick<SendDependencies, 'fetch' | 'baseUrl'>>;

/** Creates the sender of a resident's phone. */
export function createSync(options: SyncOptions): Sync {
  const { store, now = phoneClock.now, baseUrl = '', onCityRevision, onPutBack, bringBack, resume } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return createSender({
    ...options,
    meta: store.meta,
    lockName: LOCK_NAME,
    send: (onRound) =>
      sendOutbox({ store, fetch, baseUrl, now, onRound, onCityRevision, onPutBack, bringBack, resume }),
    newCommands: onNewCommand(store),
  });
}

/**
 * Sends a resident's requests and applies the changes of their visits. Only one sender may call this at a
 * time.
 */
export async function sendOutbox(dependencies: SendDependencies): Promise<SyncReport> {
  const { store, fetch, baseUrl, now, onRound, onCityRevision, onPutBack, resume } = dependencies;
  const bringBack = dependencies.bringBack ?? bringBackLate;
  await resume?.();
  return sendRounds({
    onRound,
    hasNothingToAsk: () => hasNothingToAsk(store),
    claim: async (limit) => {
      const device = await readDevice(store);
      const generation = await readGeneration(store);
      if (generation?.stage === 'read') await bringBack(store, now());
      // What waits is sent to a server that was read whole: about what it lacks it would refuse for good.
      const commands = generation?.stage === 'reading' ? [] : await readBatch(store, device, limit);
      return { ...(await claimBatch(store.outbox, commands, now())), device };
    },
    release: (claim) => releaseClaim(store.outbox, claim),
    post: async ({ commands, device }) => {
      const synced = await store.meta.get('synced');
      const cursor = synced?.key === 'synced' ? synced.cursor : null;
      const answer = await postSync({
        fetch,
        url: `${baseUrl}/api/sync`,
        init: {
          headers: {
            authorization: `Device ${await readSecret(device)}`,
            ...generationHeader((await readGeneration(store))?.id),
          },
        },
        body: { version: CONTRACT_VERSION, cursor, commands },
        parse: parseSyncResponse,
        nowMs: now(),
      });
      if (answer.is === 'failed' && answer.failure === 'moved') await keepTransferred(store, device, now());
      return answer;
    },
    apply: async (response, { device }) => {
      if (response.cityRevision !== undefined) onCityRevision?.(response.cityRevision);
      const applied = await applySync(store, device.id, response, now());
      if (applied?.isAgain === true) onPutBack?.();
      return applied;
    },
    refuse: (id, problem, { device }) => {
      const refusal = { id, outcome: 'refused', problem } as const;
      return applySync(store, device.id, { results: [refusal], changes: [] }, now());
    },
    isOver: async ({ more }) => !more && (await waitingCount(store)) === 0,
  });
}

/** Rare, so its code is fetched only then. */
async function bringBackLate(store: PhoneStore, nowMs: number): Promise<void> {
  const { bringBack } = await import('../store/put-back/bring-back');
  await bringBack(store, nowMs);
}

/** Whether the phone has nothing to say to the server: it never asked for a visit or a callback. */
async function hasNothingToAsk(store: PhoneStore): Promise<boolean> {
  // The server no longer knows this phone.
  if ((await store.meta.get('moved')) !== undefined) return true;
  if ((await store.meta.get('move-open')) !== undefined) return false;
  const kept = [await waitingCount(store), await store.bookings.count(), await store.callbacks.count()];
  return kept.every((count) => count === 0);
}

async function keepTransferred(
  store: PhoneStore,
  device: { readonly id: string },
  nowMs: number,
): Promise<void> {
  await store.transaction('rw', store.meta, async () => {
    if (!(await isSameKey(store, device))) return;
    await store.meta.put({ key: 'moved', atMs: nowMs });
    await store.meta.delete('move-open');
  });
}

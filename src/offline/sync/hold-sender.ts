import { makeId } from '../store/make-id';
import type { PhoneStore } from '../store/phone-store';

/** The one lock of page, tabs and worker. */
const LOCK_NAME = 'mpp-mobile-sync';
/** Longer than any one round: a request takes at most 10 s. */
const LEASE_MS = 30_000;
const LEASE_POLL_MS = 500;

/** The part of Web Locks that is used. */
export type Locks = {
  readonly request: <Result>(name: string, run: () => Promise<Result>) => Promise<Result>;
};

export type HoldInput<Result> = {
  readonly store: PhoneStore;
  /** `undefined` where the browser has no Web Locks: a row with an end is used instead. */
  readonly locks: Locks | undefined;
  readonly now: () => number;
  /** `onRound` is to be called before each request. */
  readonly run: (onRound: () => Promise<void>) => Promise<Result>;
};

/** Runs as the only sender on this phone, after whoever sends now. */
export async function holdSender<Result>({ store, locks, now, run }: HoldInput<Result>): Promise<Result> {
  if (locks !== undefined) return locks.request(LOCK_NAME, () => run(async () => {}));
  const owner = makeId();
  while (!(await takeLease(store, owner, now()))) {
    await new Promise((resolve) => setTimeout(resolve, LEASE_POLL_MS));
  }
  try {
    return await run(async () => {
      await takeLease(store, owner, now());
    });
  } finally {
    await releaseLease(store, owner);
  }
}

/** Takes or prolongs the lease. One that ends too far ahead was written before the clock was set back. */
function takeLease(store: PhoneStore, owner: string, nowMs: number): Promise<boolean> {
  return store.transaction('rw', store.meta, async () => {
    const lease = await store.meta.get('lease');
    const isHeld =
      lease?.key === 'lease' &&
      lease.owner !== owner &&
      lease.expiresAtMs > nowMs &&
      lease.expiresAtMs <= nowMs + LEASE_MS;
    if (!isHeld) await store.meta.put({ key: 'lease', owner, expiresAtMs: nowMs + LEASE_MS });
    return !isHeld;
  });
}

function releaseLease(store: PhoneStore, owner: string): Promise<void> {
  return store.transaction('rw', store.meta, async () => {
    const lease = await store.meta.get('lease');
    if (lease?.key === 'lease' && lease.owner === owner) await store.meta.delete('lease');
  });
}

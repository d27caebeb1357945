import type { PhoneStore } from '../store/phone-store';

const LOCK_NAME = 'mpp-mobile-sync';
const LEASE_ENTRY = 'sync-lease';
/** Longer than the longest round trip, so that only a dead page's lease runs out. */
const LEASE_MS = 30_000;

/**
 * Runs `work` as the only sender of this phone, over its pages and worker; `undefined` when another
 * is at it. Browsers without Web Locks (before Chromium 69) get a lease in the database instead.
 */
export async function withSenderLock<Result>(
  store: PhoneStore,
  locks: LockManager | undefined,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  if (locks !== undefined) {
    return locks.request(`${LOCK_NAME}:${store.name}`, { ifAvailable: true }, (lock) =>
      lock === null ? undefined : work(),
    );
  }
  const mine = crypto.randomUUID();
  if (!(await takeLease(store, mine))) return undefined;
  try {
    return await work();
  } finally {
    await store.meta.where({ key: LEASE_ENTRY }).delete();
  }
}

async function takeLease(store: PhoneStore, holder: string): Promise<boolean> {
  return store.transaction('rw', store.meta, async () => {
    const lease = (await store.meta.get(LEASE_ENTRY))?.value as { untilMs: number } | undefined;
    if (lease !== undefined && lease.untilMs > Date.now()) return false;
    await store.meta.put({ key: LEASE_ENTRY, value: { holder, untilMs: Date.now() + LEASE_MS } });
    return true;
  });
}

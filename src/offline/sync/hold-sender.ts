import type { Table } from 'dexie';
import { makeId } from '../store/engine/make-id';
import type { LeaseRow } from '../store/engine/rows';

/** Longer than any one round: a request takes at most a minute (`LONGEST_MS`). */
const LEASE_MS = 90_000;
const LEASE_POLL_MS = 500;

/** The part of Web Locks that is used. */
export type Locks = {
  readonly request: <Result>(name: string, run: () => Promise<Result>) => Promise<Result>;
};

/** A database's table of named rows, one of which may be the lease. */
export type LeaseTable = Pick<
  Table<LeaseRow | { readonly key: string }, string>,
  'db' | 'name' | 'get' | 'put' | 'delete'
>;

export type HoldInput<Result> = {
  readonly meta: LeaseTable;
  /** The lock that page, tabs and worker share for this database. */
  readonly lockName: string;
  /** `undefined` where the browser has no Web Locks: a row that expires is used instead. */
  readonly locks: Locks | undefined;
  readonly now: () => number;
  /** The key of the lease row; a separate one where something else may be sent at the same time. */
  readonly leaseKey?: LeaseRow['key'] | undefined;
  /** Does the work; must call `onRound` before each request. */
  readonly run: (onRound: () => Promise<void>) => Promise<Result>;
};

/** Runs as the only sender of this database, after whichever sender is active now. */
export async function holdSender<Result>(input: HoldInput<Result>): Promise<Result> {
  const { meta, lockName, locks, now, leaseKey = 'lease', run } = input;
  if (locks !== undefined) return locks.request(lockName, () => run(async () => {}));
  const owner = makeId();
  while (!(await takeLease(meta, leaseKey, owner, now()))) {
    await new Promise((resolve) => setTimeout(resolve, LEASE_POLL_MS));
  }
  try {
    return await run(async () => {
      await takeLease(meta, leaseKey, owner, now());
    });
  } finally {
    await releaseLease(meta, leaseKey, owner);
  }
}

/** Takes or prolongs the lease. A lease that ends too far ahead was written before the clock was set back. */
function takeLease(meta: LeaseTable, key: LeaseRow['key'], owner: string, nowMs: number): Promise<boolean> {
  return meta.db.transaction('rw', meta.name, async () => {
    const lease = await readLease(meta, key);
    const isHeld =
      lease !== undefined &&
      lease.owner !== owner &&
      lease.expiresAtMs > nowMs &&
      lease.expiresAtMs <= nowMs + LEASE_MS;
    if (!isHeld) await meta.put({ key, owner, expiresAtMs: nowMs + LEASE_MS });
    return !isHeld;
  });
}

function releaseLease(meta: LeaseTable, key: LeaseRow['key'], owner: string): Promise<void> {
  return meta.db.transaction('rw', meta.name, async () => {
    if ((await readLease(meta, key))?.owner === owner) await meta.delete(key);
  });
}

async function readLease(meta: LeaseTable, key: LeaseRow['key']): Promise<LeaseRow | undefined> {
  const row = await meta.get(key);
  return row !== undefined && 'owner' in row ? row : undefined;
}

import type { SyncResponse } from '../../contract/sync';
import { CONTRACT_VERSION, MAX_COMMANDS_PER_SYNC } from '../../contract/version';
import { readDevice, readSecret } from '../store/device-key';
import { waitingCount } from '../store/outbox';
import type { PhoneStore } from '../store/phone-store';
import { applySync } from './apply-sync';
import { claimBatch, releaseClaim } from './claim-batch';
import type { Fetch } from './fetch-in-time';
import { postSync } from './post-sync';
import { readBatch } from './read-batch';
import { boundRetryAfterMs } from './retry-delay';
import type { SyncReport } from './sync-state';

/** A server that always says "more" must not hold the phone: 100 rounds are 5,000 commands or 20,000 changes. */
const MAX_ROUNDS = 100;
const MS_PER_SECOND = 1_000;

export type SendDependencies = {
  readonly store: PhoneStore;
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly now: () => number;
  /** Called before each request: a lease is to be held on to. */
  readonly onRound?: (() => Promise<void>) | undefined;
};

/**
 * Sends what waits and takes in what changed, until nothing is left on either side. To be called by one sender at a
 * time. No transaction is open while a request is on its way.
 */
export async function sendOutbox(dependencies: SendDependencies): Promise<SyncReport> {
  const { store, fetch, baseUrl, now, onRound } = dependencies;
  const total = { done: 0, refused: 0, changes: 0 };
  let limit = MAX_COMMANDS_PER_SYNC;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (await hasNothingToAsk(store)) return total;
    await onRound?.();
    const device = await readDevice(store);
    const wasOffline = isSurelyOffline();
    const claim = await claimBatch(store, await readBatch(store, device, limit), now());
    const commands = [...claim.commands];
    const synced = await store.meta.get('synced');
    const cursor = synced?.key === 'synced' ? synced.cursor : null;
    const body = { version: CONTRACT_VERSION, cursor, commands };
    const secret = await readSecret(device);
    const answer = await postSync({ fetch, baseUrl, secret, body, nowMs: now() });

    if (answer.is === 'failed') {
      if (answer.failure === 'offline' && wasOffline && isSurelyOffline()) await releaseClaim(store, claim);
      return { ...total, failure: answer.failure, retryAfterMs: answer.retryAfterMs };
    }
    if (answer.is === 'unacceptable') {
      const [only, ...others] = commands;
      if (only === undefined) return { ...total, failure: 'server' };
      if (others.length > 0) {
        // Find the one to blame: from here on each goes alone.
        limit = 1;
        continue;
      }
      const refusal = { id: only.id, outcome: 'refused', problem: answer.problem } as const;
      await applySync(store, device.id, { results: [refusal], changes: [] }, now());
      total.refused += 1;
      continue;
    }
    const { response } = answer;
    const applied = await applySync(store, device.id, response, now());
    if (applied === undefined) return total;
    total.done += applied.done;
    total.refused += applied.refused;
    total.changes += applied.changes;
    const retryAfterMs = waitAskedFor(response, commands);
    if (retryAfterMs !== undefined) return { ...total, failure: 'busy', retryAfterMs };
    if (!response.more && (await waitingCount(store)) === 0) return total;
  }
  return { ...total, failure: 'server' };
}

/** A browser that says so has no network at all; one that does not may have none either. */
function isSurelyOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

/** A phone that never asked for a visit has nothing to say to the server. */
async function hasNothingToAsk(store: PhoneStore): Promise<boolean> {
  return (await waitingCount(store)) === 0 && (await store.bookings.count()) === 0;
}

/** Milliseconds to wait when a command is to be sent again, or was left without an answer. */
function waitAskedFor(
  response: SyncResponse,
  commands: readonly { readonly id: string }[],
): number | undefined {
  const waits = response.results.flatMap((result) =>
    result.outcome === 'retry' ? [boundRetryAfterMs(result.retryAfterSeconds * MS_PER_SECOND)] : [],
  );
  const answered = new Set<string>(response.results.map((result) => result.id));
  if (commands.some((command) => !answered.has(command.id))) waits.push(0);
  return waits.length === 0 ? undefined : Math.max(...waits);
}

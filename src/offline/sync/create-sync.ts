import { liveQuery } from 'dexie';
import type { PhoneStore } from '../store/phone-store';
import { backOffMs } from './back-off';
import { type SendFailure, type SendResult, sendOutbox } from './send-outbox';
import { withSenderLock } from './with-sender-lock';

/** How often an open app asks for news, when it has nothing to send. */
const NEWS_MS = 60_000;
/** Enough for 10,000 commands; a server that always says "more" must not hold the phone for ever. */
const MAX_ROUNDS = 200;

export type SyncState = {
  readonly isSending: boolean;
  readonly lastSuccessAtMs?: number | undefined;
  readonly lastFailure?: SendFailure | undefined;
  readonly nextTryAtMs?: number | undefined;
};

export type SyncReport = SendResult | { readonly ok: false; readonly failure: 'taken' };

export type Sync = {
  /** Begins to listen for reasons to send: a waiting command, a connection, the page shown, time. */
  readonly start: () => void;
  readonly stop: () => void;
  readonly syncNow: () => Promise<SyncReport>;
  readonly watchState: (onState: (state: SyncState) => void) => () => void;
};

export type SyncOptions = {
  readonly store: PhoneStore;
  readonly fetch?: typeof fetch;
  readonly baseUrl?: string;
  readonly locks?: LockManager | undefined;
  readonly now?: () => number;
  readonly random?: () => number;
};

/** The phone's sender. The record of what waits is the database: this holds nothing that a kill could lose. */
export function createSync(options: SyncOptions): Sync {
  const { store, baseUrl = '', now = Date.now, random = Math.random } = options;
  const send = { fetch: options.fetch ?? fetch.bind(globalThis), baseUrl };
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  const listeners = new Set<(state: SyncState) => void>();
  let state: SyncState = { isSending: false };
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  function show(change: Partial<SyncState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
  }

  function tryAgainIn(delayMs: number): void {
    clearTimeout(timer);
    if (stopListening === undefined) return;
    show({ nextTryAtMs: now() + delayMs });
    timer = setTimeout(wake, delayMs);
  }

  function wake(): void {
    void syncNow();
  }

  async function sendAll(): Promise<SendResult> {
    let result: SendResult = { ok: true, more: true };
    for (let round = 0; round < MAX_ROUNDS && result.ok && result.more; round += 1) {
      result = await sendOutbox(store, send);
    }
    return result;
  }

  async function syncNow(): Promise<SyncReport> {
    show({ isSending: true });
    let result: SendResult | undefined;
    try {
      result = await withSenderLock(store, locks, sendAll);
    } catch {
      // The database failed (full, taken away): said by the page that writes, tried again here.
      result = { ok: false, failure: 'offline' };
    }
    if (result === undefined) {
      show({ isSending: false });
      tryAgainIn(backOffMs(1, random));
      return { ok: false, failure: 'taken' };
    }
    const isDone = result.ok && result.retryAfterMs === undefined;
    failures = isDone ? 0 : failures + 1;
    show({
      isSending: false,
      lastFailure: result.ok ? undefined : result.failure,
      ...(result.ok ? { lastSuccessAtMs: now() } : {}),
    });
    tryAgainIn(isDone ? NEWS_MS : Math.max(result.retryAfterMs ?? 0, backOffMs(failures, random)));
    return result;
  }

  function start(): void {
    if (stopListening !== undefined) return;
    let highest = 0;
    const subscription = liveQuery(() => store.outbox.orderBy('seq').lastKey()).subscribe({
      next: (last) => {
        // Only a new row is a reason: rows that leave the outbox must not send again.
        if (typeof last === 'number' && last > highest) {
          highest = last;
          wake();
        }
      },
      error: () => undefined,
    });
    const onVisible = () => {
      if (document.visibilityState === 'visible') wake();
    };
    globalThis.addEventListener?.('online', wake);
    globalThis.document?.addEventListener('visibilitychange', onVisible);
    stopListening = () => {
      subscription.unsubscribe();
      globalThis.removeEventListener?.('online', wake);
      globalThis.document?.removeEventListener('visibilitychange', onVisible);
    };
    wake();
  }

  function stop(): void {
    stopListening?.();
    stopListening = undefined;
    clearTimeout(timer);
  }

  function watchState(onState: (state: SyncState) => void): () => void {
    listeners.add(onState);
    onState(state);
    return () => listeners.delete(onState);
  }

  return { start, stop, syncNow, watchState };
}

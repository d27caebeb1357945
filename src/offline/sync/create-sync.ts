import type { PhoneStore } from '../store/phone-store';
import { askBackgroundSync } from './ask-background-sync';
import type { Fetch } from './fetch-in-time';
import { holdSender, type Locks } from './hold-sender';
import { retryDelayMs } from './retry-delay';
import { sendOutbox } from './send-outbox';
import { createStateHolder, type SyncReport, type SyncState } from './sync-state';
import { onNewCommand, onPageSignals, type WakeSignal } from './when-to-sync';

export type SyncOptions = {
  readonly store: PhoneStore;
  readonly fetch?: Fetch;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** From 0 to below 1. */
  readonly random?: () => number;
  /** Where the server is, without a slash at its end; empty is where the page came from. */
  readonly baseUrl?: string;
  /** `null`: as in a browser without Web Locks. */
  readonly locks?: Locks | null;
  readonly signals?: WakeSignal;
};

export type Sync = {
  /** Begins to send by itself. */
  readonly start: () => void;
  readonly stop: () => void;
  /** Sends now, after whatever is under way. Never rejects. */
  readonly syncNow: () => Promise<SyncReport>;
  readonly watchState: (onState: (state: SyncState) => void) => () => void;
};

/** Puts the parts of sending together: one sender, its wakes, its state. */
export function createSync(options: SyncOptions): Sync {
  const { store, now = Date.now, random = Math.random, baseUrl = '', signals = onPageSignals } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const locks = options.locks === undefined ? browserLocks() : (options.locks ?? undefined);
  const state = createStateHolder();
  let running: Promise<SyncReport> | undefined;
  let next: Promise<SyncReport> | undefined;
  let failures = 0;
  let notBeforeMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stops: (() => void)[] | undefined;

  function syncNow(): Promise<SyncReport> {
    if (running === undefined) {
      running = run().finally(() => {
        running = undefined;
      });
      return running;
    }
    // What came in while one run is under way may be too late for it: one more follows, for all who ask.
    next ??= running.then(() => {
      next = undefined;
      return syncNow();
    });
    return next;
  }

  async function run(): Promise<SyncReport> {
    clearTimeout(timer);
    state.change({ isSending: true, nextTryAtMs: undefined });
    const report = await send();
    failures = report.failure === undefined ? 0 : failures + 1;
    notBeforeMs = report.retryAfterMs === undefined ? 0 : now() + report.retryAfterMs;
    if (report.failure === undefined) {
      state.change({ isSending: false, lastFailure: undefined, lastSuccessAtMs: now() });
    } else {
      const lastFailure = report.failure === 'store' ? state.get().lastFailure : report.failure;
      state.change({ isSending: false, lastFailure });
      void askBackgroundSync();
    }
    if (stops !== undefined) setTimer(report.retryAfterMs ?? 0);
    return report;
  }

  async function send(): Promise<SyncReport> {
    try {
      return await holdSender({
        store,
        locks,
        now,
        run: (onRound) => sendOutbox({ store, fetch, baseUrl, now, onRound }),
      });
    } catch {
      return { done: 0, refused: 0, changes: 0, failure: 'store' };
    }
  }

  function setTimer(atLeastMs: number): void {
    const waitMs = Math.max(atLeastMs, retryDelayMs(failures, random));
    clearTimeout(timer);
    timer = setTimeout(() => void syncNow(), waitMs);
    state.change({ nextTryAtMs: now() + waitMs });
  }

  /** A wake before the time the server asked for waits for the timer, which is already set to it. */
  function wake(): void {
    if (now() >= notBeforeMs) void syncNow();
  }

  return {
    start: () => {
      if (stops !== undefined) return;
      stops = [signals(wake), onNewCommand(store)(wake)];
      wake();
    },
    stop: () => {
      for (const stop of stops ?? []) stop();
      stops = undefined;
      clearTimeout(timer);
    },
    syncNow,
    watchState: state.watch,
  };
}

function browserLocks(): Locks | undefined {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks && { request: (name, run) => locks.request(name, run) };
}

import { phoneClock } from '../clock/phone-clock';
import { storeTrouble } from '../store/engine/store-trouble';
import { LockedError } from '../store/secret/open-key';
import { askBackgroundSync } from './ask-background-sync';
import { type HoldInput, holdSender, type LeaseTable, type Locks } from './hold-sender';
import { askedDelayMs, retryDelayMs } from './retry-delay';
import type { SyncReport, SyncState } from './sync-state';
import { onPageSignals, type WakeSignal } from './when-to-sync';

export type SenderOptions = {
  readonly meta: LeaseTable;
  readonly lockName: string;
  readonly leaseKey?: HoldInput<SyncReport>['leaseKey'];
  /** Sends once, as the only sender. Must call `onRound` before each request. */
  readonly send: (onRound: () => Promise<void>) => Promise<SyncReport>;
  /** Wakes for whatever came into this database to be sent. */
  readonly newCommands: WakeSignal;
  /** Unix milliseconds. */
  readonly now?: (() => number) | undefined;
  /** Returns a number from 0 to below 1. */
  readonly random?: (() => number) | undefined;
  /** `null` behaves as in a browser without Web Locks. */
  readonly locks?: Locks | null | undefined;
  readonly signals?: WakeSignal | undefined;
  /** How often to ask while there is nothing to send, milliseconds; 5 min by default. */
  readonly idleMs?: number | undefined;
};

export type Sync = {
  /** Begins to send by itself. */
  readonly start: () => void;
  readonly stop: () => void;
  /** Sends now, after whatever is under way. Never rejects. */
  readonly syncNow: () => Promise<SyncReport>;
  readonly watchState: (onState: (state: SyncState) => void) => () => void;
};

/** Combines the parts of sending: a single sender, its wake signals, its state. */
export function createSender(options: SenderOptions): Sync {
  const {
    meta,
    lockName,
    leaseKey,
    now = phoneClock.now,
    random = Math.random,
    signals = onPageSignals,
  } = options;
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
    // A run under way may miss what came in meanwhile: one more run follows, for everyone who asks.
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
    const waitMs = waitAfter(report);
    notBeforeMs = report.retryAfterMs === undefined ? 0 : now() + waitMs;
    if (report.failure === undefined) {
      state.change({ isSending: false, lastFailure: undefined, lastSuccessAtMs: now() });
    } else {
      const isOwn = report.failure === 'store' || report.failure === 'locked';
      const lastFailure = isOwn ? state.get().lastFailure : report.failure;
      state.change({ isSending: false, lastFailure });
      // The worker has no key either: what waits is sent once a page is unlocked with the PIN.
      if (report.failure !== 'locked') void askBackgroundSync();
    }
    if (stops !== undefined) setTimer(waitMs);
    return report;
  }

  async function send(): Promise<SyncReport> {
    try {
      return await holdSender({ meta, lockName, leaseKey, locks, now, run: options.send });
    } catch (error) {
      return { done: 0, refused: 0, changes: 0, failure: failureOf(error) };
    }
  }

  function waitAfter({ retryAfterMs }: SyncReport): number {
    const ownMs = retryDelayMs(failures, random, options.idleMs);
    return retryAfterMs === undefined ? ownMs : askedDelayMs(retryAfterMs, ownMs, random);
  }

  function setTimer(waitMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void syncNow(), waitMs);
    state.change({ nextTryAtMs: now() + waitMs });
  }

  /**
   * A wake signal within the wait the server asked for and its spread waits for the timer, which is set to
   * their end.
   */
  function wake(): void {
    if (now() >= notBeforeMs) void syncNow();
  }

  return {
    start: () => {
      if (stops !== undefined) return;
      stops = [signals(wake), options.newCommands(wake)];
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

/** Tells what kept this phone itself from sending. */
function failureOf(error: unknown): SyncReport['failure'] {
  if (error instanceof LockedError) return 'locked';
  return storeTrouble(error) === 'full' ? 'full' : 'store';
}

function browserLocks(): Locks | undefined {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  return locks && { request: (name, run) => locks.request(name, run) };
}

/** Holds the state and reports it to its watchers. */
function createStateHolder(): {
  readonly get: () => SyncState;
  readonly change: (change: Partial<SyncState>) => void;
  readonly watch: (onState: (state: SyncState) => void) => () => void;
} {
  let state: SyncState = { isSending: false };
  const watchers = new Set<(state: SyncState) => void>();
  return {
    get: () => state,
    change: (change) => {
      state = { ...state, ...change };
      for (const watcher of watchers) watcher(state);
    },
    watch: (onState) => {
      watchers.add(onState);
      onState(state);
      return () => watchers.delete(onState);
    },
  };
}

/** Of one minute, from the first request on. */
export const WINDOW_MS = 60_000;
/** Addresses and devices counted at once; the least recent is forgotten first, which bounds the memory. */
const KEPT = 20_000;
/**
 * Who asked this share of what is allowed is told to the other processes. Nearly nobody ever does, and then nothing is
 * written; each process can let so much more through.
 */
const TOLD_FROM = 1 / 20;

type Count = {
  startedAtMs: number;
  /** Of all processes, as far as this one knows. */
  total: number;
  /** Of `total`, what the others do not know yet. */
  untold: number;
  isTold: boolean;
};

type Told = { readonly key: string; readonly startedAtMs: number; readonly add: number };
type Shared = { readonly key: string; readonly startedAtMs: number; readonly count: number };

/** Adds to what all processes count; answers with the sums. */
export type ShareRates = (counts: readonly Told[], overBeforeMs: number) => Promise<readonly Shared[]>;

/** Requests of addresses and devices, counted in memory and exchanged with the other processes by {@link exchange}. */
export class RateCounts {
  readonly #counts = new Map<string, Count>();
  readonly #changed = new Set<string>();

  /** Counts one request. `ttl`: milliseconds until the window is over. */
  add(key: string, max: number, nowMs: number): { current: number; ttl: number } {
    let count = this.#counts.get(key);
    if (count === undefined || count.startedAtMs + WINDOW_MS <= nowMs) {
      count = { startedAtMs: nowMs, total: 0, untold: 0, isTold: false };
    }
    count.total += 1;
    count.untold += 1;
    if (count.isTold || count.untold >= max * TOLD_FROM) this.#changed.add(key);
    this.#keep(key, count);
    return { current: count.total, ttl: Math.max(0, count.startedAtMs + WINDOW_MS - nowMs) };
  }

  /** Tells what is new and takes in what the others counted; nothing where nothing is new. Rejects as `share` does. */
  async exchange(share: ShareRates, nowMs: number): Promise<void> {
    const told = [...this.#changed].flatMap((key) => {
      const count = this.#counts.get(key);
      const isOver = count === undefined || count.startedAtMs + WINDOW_MS <= nowMs;
      return isOver ? [] : [{ key, count, startedAtMs: count.startedAtMs, add: count.untold }];
    });
    this.#changed.clear();
    if (told.length === 0) return;
    try {
      const shared = await share(
        told.map(({ key, startedAtMs, add }) => ({ key, startedAtMs, add })),
        nowMs - WINDOW_MS,
      );
      const sums = new Map(shared.map((sum) => [sum.key, sum]));
      for (const { key, count, add } of told) {
        const sum = sums.get(key);
        if (sum === undefined) continue;
        count.untold -= add;
        count.total = sum.count + count.untold;
        count.startedAtMs = sum.startedAtMs;
        count.isTold = true;
      }
    } catch (error) {
      for (const { key } of told) this.#changed.add(key);
      throw error;
    }
  }

  #keep(key: string, count: Count): void {
    this.#counts.delete(key);
    this.#counts.set(key, count);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > KEPT && oldest !== undefined) this.#counts.delete(oldest);
  }
}

/** A window lasts one minute from its first request. */
export const WINDOW_MS = 60_000;
/**
 * How many addresses and devices are counted at once. To bound the memory, the least recent is forgotten
 * first.
 */
const KEPT = 20_000;
/**
 * The other processes learn of an address or device once it has used this share of its limit. Almost none
 * ever does, so that almost nothing is written; in return each process may let this much more through.
 */
const TOLD_FROM = 1 / 20;

type Count = {
  startedAtMs: number;
  /** The count of all processes, as far as this one knows. */
  total: number;
  /** The part of `total` that the other processes do not know yet. */
  untold: number;
  isTold: boolean;
};

type Told = { readonly key: string; readonly startedAtMs: number; readonly add: number };
type Shared = { readonly key: string; readonly startedAtMs: number; readonly count: number };

/** Adds to the counts of all processes. Returns the sums. */
export type ShareRates = (counts: readonly Told[], overBeforeMs: number) => Promise<readonly Shared[]>;

/**
 * Counts the requests of addresses and devices in memory; {@link exchange} shares them with the other
 * processes.
 */
export class RateCounts {
  readonly #counts = new Map<string, Count>();
  readonly #changed = new Set<string>();

  /** Counts one request. Returns the count, and in `ttl` the milliseconds until the window ends. */
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

  /**
   * Shares new counts and adds those of the others; does nothing without new counts. Rejects as `share` does.
   */
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

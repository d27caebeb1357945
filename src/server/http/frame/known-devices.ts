/** How long a device counts as known before the database is asked again. */
const KNOWN_MS = 3_600_000;
/** How many devices are remembered. The one learned first is forgotten first. */
const KEPT = 20_000;
/** How many devices a question may hold that nobody waits for: it keeps one connection busy for a few milliseconds. */
const ASKED_BESIDE = 200;

/** Returns those of the devices that have left something in the database: a booking or a callback. */
export type FindKnownDevices = (deviceHashes: readonly string[]) => Promise<readonly string[]>;

type Question = { readonly hashes: Set<string>; readonly known: Promise<ReadonlySet<string>> };

/**
 * Tells whether a device is known to the database, and remembers those that are. A strange device is asked
 * about each time, since its next request may follow its first booking. One question is under way at a time and
 * all that came meanwhile are the next one, so that a stranger who makes up devices costs few statements.
 *
 * The database answers between its writes, so that a question takes as long as they do: wait for `has` only where
 * the answer decides.
 */
export class KnownDevices {
  readonly #find: FindKnownDevices;
  readonly #untilMs = new Map<string, number>();
  #underWay: Promise<unknown> = Promise.resolve();
  #next: Question | undefined;

  constructor(find: FindKnownDevices) {
    this.#find = find;
  }

  /** Tells whether the device is remembered as known; asks nobody. */
  remembers(deviceHash: string, nowMs: number): boolean {
    return (this.#untilMs.get(deviceHash) ?? 0) > nowMs;
  }

  /** Asks about the device without a wait, for its later requests; a full question leaves it to the next of them. */
  learn(deviceHash: string, nowMs: number): void {
    this.#next ??= this.#prepareQuestion(nowMs);
    if (this.#next.hashes.size < ASKED_BESIDE) this.#next.hashes.add(deviceHash);
  }

  /** Rejects as the database does. */
  async has(deviceHash: string, nowMs: number): Promise<boolean> {
    if (this.remembers(deviceHash, nowMs)) return true;
    this.#next ??= this.#prepareQuestion(nowMs);
    this.#next.hashes.add(deviceHash);
    return (await this.#next.known).has(deviceHash);
  }

  #prepareQuestion(nowMs: number): Question {
    const hashes = new Set<string>();
    const known = this.#underWay.then(async () => {
      this.#next = undefined;
      const found = new Set(await this.#find([...hashes]));
      for (const hash of found) this.#keep(hash, nowMs + KNOWN_MS);
      return found;
    });
    this.#underWay = known.catch(() => undefined);
    return { hashes, known };
  }

  #keep(deviceHash: string, untilMs: number): void {
    this.#untilMs.delete(deviceHash);
    this.#untilMs.set(deviceHash, untilMs);
    const [oldest] = this.#untilMs.keys();
    if (this.#untilMs.size > KEPT && oldest !== undefined) this.#untilMs.delete(oldest);
  }
}

/** Below so many uses a statement is planned each time: a database that is new changes its shape with each row. */
const FIRST_KEPT = 16;
const GROWTH = 4;

/**
 * Names the statements whose plans PostgreSQL shall keep: to plan some of them takes ten times as long as to run them. A
 * kept plan is made for the tables as they were, so that a statement gets a new name, and with it a new plan, each time
 * its uses have grown fourfold.
 */
export class KeptPlans {
  readonly #kept = new Map<string, { readonly id: number; uses: number }>();

  /** Only a text that is always the same may be kept: each takes memory in every connection. */
  keep(text: string): void {
    if (!this.#kept.has(text)) this.#kept.set(text, { id: this.#kept.size, uses: 0 });
  }

  /** Counts a use. Returns the name to run it under; none where it is to be planned for this use alone. */
  nameOf(text: string): string | undefined {
    const kept = this.#kept.get(text);
    if (kept === undefined) return undefined;
    kept.uses += 1;
    if (kept.uses < FIRST_KEPT) return undefined;
    const age = Math.floor(Math.log(kept.uses / FIRST_KEPT) / Math.log(GROWTH));
    return `kept_${kept.id}_${age}`;
  }
}

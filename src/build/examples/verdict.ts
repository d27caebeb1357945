/** What was found in one example in one look. */
export type Verdict = {
  /** Each rule of axe that is broken, with the elements that break it. */
  readonly faults: readonly string[];
  /** How much wider than the screen it is, in CSS pixels. */
  readonly overflow: number;
};

export function isSound({ faults, overflow }: Verdict): boolean {
  return faults.length === 0 && overflow === 0;
}

/** Puts a verdict into words, one line for each fault. */
export function tellVerdict({ faults, overflow }: Verdict): string[] {
  const found = faults.length === 0 ? ['axe: nothing found'] : faults.map((fault) => `axe: ${fault}`);
  return overflow === 0 ? found : [...found, `${overflow} px wider than the screen`];
}

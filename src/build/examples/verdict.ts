/** What was found in one example with one look. */
export type Verdict = {
  /** Each rule of axe that is broken, with the elements that break it. */
  readonly faults: readonly string[];
  /** CSS pixels by which it is wider than the screen. */
  readonly overflow: number;
};

export function isSound({ faults, overflow }: Verdict): boolean {
  return faults.length === 0 && overflow === 0;
}

/** A verdict in words, a line each. */
export function tellVerdict({ faults, overflow }: Verdict): string[] {
  const found = faults.length === 0 ? ['axe: nothing found'] : faults.map((fault) => `axe: ${fault}`);
  return overflow === 0 ? found : [...found, `${overflow} px wider than the screen`];
}

/** A count of fewer people than this could tell on one of them. */
export const SMALLEST_SHOWN = 5;

/**
 * The counts of one table with those of 1 to 4 left out (`null`). Where only one is left out it could be had by
 * subtracting the others from the total; the smallest of the others that is not 0 is then left out as well.
 */
export function hideSmall(counts: readonly number[]): readonly (number | null)[] {
  const isHidden = counts.map((count) => count > 0 && count < SMALLEST_SHOWN);
  if (isHidden.filter(Boolean).length === 1) {
    const shown = counts.filter((count, at) => !isHidden[at] && count > 0);
    const next = counts.findIndex((count, at) => !isHidden[at] && count === Math.min(...shown));
    if (next >= 0) isHidden[next] = true;
  }
  return counts.map((count, at) => (isHidden[at] ? null : count));
}

/** How many of how many: left out whole where either side could tell on a person. */
export type Share = { readonly done: number; readonly of: number };

/** A share by itself: nothing is said of fewer than {@link SMALLEST_SHOWN}. */
export function hideSmallShare(share: Share): Share | null {
  return share.of > 0 && share.of < SMALLEST_SHOWN ? null : share;
}

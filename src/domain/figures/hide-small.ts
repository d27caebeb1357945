/** Fewer people than this are not shown as a count: it could identify one of them. */
export const SMALLEST_SHOWN = 5;

/**
 * Replaces counts of 1 to 4 in a table with `null`. If only one count is hidden, subtracting the others from
 * the total would reveal it, so the smallest other count above 0 is hidden as well.
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

/** `done` people out of `of`. */
export type Share = { readonly done: number; readonly of: number };

/** Returns a share on its own, or `null` where it is about fewer than {@link SMALLEST_SHOWN} people. */
export function hideSmallShare(share: Share): Share | null {
  return share.of > 0 && share.of < SMALLEST_SHOWN ? null : share;
}

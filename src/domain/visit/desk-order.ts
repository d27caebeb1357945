/**
 * Returns the visits of one window in the order the desk set; visits it never placed come last, in their
 * given order.
 */
export function inDeskOrder<T extends { readonly id: string }>(
  visits: readonly T[],
  placed: readonly string[],
): readonly T[] {
  const rankOf = ({ id }: T) => {
    const place = placed.indexOf(id);
    return place < 0 ? placed.length : place;
  };
  // The sort is stable.
  return [...visits].sort((a, b) => rankOf(a) - rankOf(b));
}

/**
 * Whether an order names exactly these visits, each once; if not, it was made before the day's visits
 * changed.
 */
export function isOrderOf(visits: readonly { readonly id: string }[], ids: readonly string[]): boolean {
  const named = new Set(ids);
  return named.size === ids.length && ids.length === visits.length && visits.every(({ id }) => named.has(id));
}

/** Visits of one window as the desk put them; those it never placed come last, in the order they stand in. */
export function inDeskOrder<T extends { readonly id: string }>(
  visits: readonly T[],
  placed: readonly string[],
): readonly T[] {
  const rankOf = ({ id }: T) => {
    const place = placed.indexOf(id);
    return place < 0 ? placed.length : place;
  };
  // Sorting keeps the order of equals.
  return [...visits].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Whether an order names exactly these visits, each once: else it was made of another day than this one is now. */
export function isOrderOf(visits: readonly { readonly id: string }[], ids: readonly string[]): boolean {
  const named = new Set(ids);
  return named.size === ids.length && ids.length === visits.length && visits.every(({ id }) => named.has(id));
}

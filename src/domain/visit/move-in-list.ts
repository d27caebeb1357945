/** Returns the list with the item at `from` moved to `to`; the others keep their order. */
export function moveInList<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const others = list.filter((_item, index) => index !== from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

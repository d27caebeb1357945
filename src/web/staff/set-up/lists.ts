/** `list` with another item at a place. */
export function replaceAt<Item>(list: readonly Item[], place: number, item: Item): Item[] {
  return list.map((one, index) => (index === place ? item : one));
}

/** `list` without the item at a place. */
export function removeAt<Item>(list: readonly Item[], place: number): Item[] {
  return list.filter((_, index) => index !== place);
}

/** `thing` with a part that may be absent: an empty text is left out of the file. */
export function withText<Thing extends object>(thing: Thing, key: keyof Thing & string, text: string): Thing {
  const others = Object.entries(thing).filter(([name]) => name !== key);
  return Object.fromEntries(text === '' ? others : [...others, [key, text]]) as Thing;
}

/** An id that none of `taken` has: `name` with a number behind. */
export function freeId(name: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

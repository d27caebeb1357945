/** Returns `list` with another item at a place. */
export function replaceAt<Item>(list: readonly Item[], place: number, item: Item): Item[] {
  return list.map((one, index) => (index === place ? item : one));
}

/** Returns `list` without the item at a place. */
export function removeAt<Item>(list: readonly Item[], place: number): Item[] {
  return list.filter((_, index) => index !== place);
}

/** Returns `thing` with an optional part; an empty text is left out of the file. */
export function withText<Thing extends object>(thing: Thing, key: keyof Thing & string, text: string): Thing {
  const others = Object.entries(thing).filter(([name]) => name !== key);
  return Object.fromEntries(text === '' ? others : [...others, [key, text]]) as Thing;
}

/**
 * Returns an id for a new thing: random and not counted, because bookings and phones still name the ids of
 * removed things, and two admins may add a thing at the same time.
 */
export function newId(name: string): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${name}-${random.toString(16).padStart(8, '0')}`;
}

/** Returns `list` with one item moved to another place. */
export function moveTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const others = removeAt(list, from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}

/**
 * Numbers and bytes that look random and are the same every time for one seed (mulberry32). Never for
 * secrets.
 */
export type Seeded = {
  /** Returns a whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  readonly bytes: (n: number) => Uint8Array;
  readonly uuid: () => string;
};

const STEP = 0x6d2b79f5;
const RANGE = 2 ** 32;

export function seededBy(seed: number): Seeded {
  let state = seed;
  const next = () => {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => Math.floor((next() / RANGE) * limit);
  const bytes = (n: number) => Uint8Array.from({ length: n }, () => below(256));
  const uuid = () => {
    const hex = Buffer.from(bytes(16)).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  return { below, bytes, uuid };
}

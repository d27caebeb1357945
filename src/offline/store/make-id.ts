import { uuidv7 } from 'uuidv7';

/** A UUIDv7 (RFC 9562): its order is the order of making, which keeps the server's index small. */
export function makeId<Id extends string>(): Id {
  return uuidv7() as Id;
}

import { uuidv7 } from 'uuidv7';

/** A new id in the order of time (RFC 9562, version 7), for a draft, a booking or a command. */
export function makeId<Id extends string = string>(): Id {
  return uuidv7() as Id;
}

import { uuidv7 } from 'uuidv7';

/** Makes an id for a draft, a booking or a command; ids sort by time (RFC 9562, version 7). */
export function makeId<Id extends string = string>(): Id {
  return uuidv7() as Id;
}

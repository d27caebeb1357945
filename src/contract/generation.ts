import * as v from 'valibot';
import { token128 } from './scalars';

/**
 * The header by which server and client name the generation of the server's database. The server sends it
 * with every answer of the API; a client sends the one it knows. A database that was put back to a backup has
 * another generation: whoever knows an older one has read things that the server has lost.
 *
 * A header and not a member of the bodies: requests and answers are the same for phones that do not know it.
 */
export const GENERATION_HEADER = 'mpp-generation';

/** Reads the header's value; `undefined` where it is missing or none of ours. */
export function parseGeneration(value: string | null | undefined): string | undefined {
  const read = v.safeParse(token128, value);
  return read.success ? read.output : undefined;
}

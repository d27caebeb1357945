import { createHash } from 'node:crypto';

/**
 * SHA-256 of a command as JSON with its keys in order: the same content gives the same hash, however it is written.
 * `undefined` where it is nested deeper than JSON can be written again, as nothing that a phone makes is.
 */
export function contentHash(value: unknown): string | undefined {
  try {
    return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('base64url');
  } catch {
    return undefined;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

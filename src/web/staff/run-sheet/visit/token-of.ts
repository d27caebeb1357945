import type { Base64Url } from '../../../../contract/scalars';

/** The follow token of a scanned link, which stands in its fragment; `undefined` when the code is another one. */
export function tokenOf(text: string): Base64Url | undefined {
  const token = /(?:#|^)([A-Za-z0-9_-]{22})$/.exec(text.trim())?.[1];
  return token === undefined ? undefined : (token as Base64Url);
}

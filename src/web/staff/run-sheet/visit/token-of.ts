import type { Base64Url } from '../../../../contract/scalars';
import { tokenIn } from '../../../../domain/link/token-in';

/** The follow token of a scanned link, which stands in its fragment; `undefined` when the code is another one. */
export function tokenOf(text: string): Base64Url | undefined {
  const token = tokenIn(text);
  return token === undefined ? undefined : (token as Base64Url);
}

import type { Base64Url } from '../../../../contract/scalars';
import { tokenIn } from '../../../../domain/link/token-in';

/** Returns the follow token in the fragment of a scanned link; `undefined` for any other code. */
export function tokenOf(text: string): Base64Url | undefined {
  const token = tokenIn(text);
  return token === undefined ? undefined : (token as Base64Url);
}

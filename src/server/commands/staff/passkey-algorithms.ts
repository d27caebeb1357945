/**
 * COSE numbers of EdDSA, ES256 and RS256, which every Node can verify. Left to itself the library adds, and prefers, what
 * the Node it runs on can do: a passkey made on one Node would not sign in on an older one.
 */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

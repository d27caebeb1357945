/**
 * The COSE numbers of EdDSA, ES256 and RS256, which every Node can verify. By default the library adds and
 * prefers what the Node it runs on supports: a passkey made on one Node would then not sign in on an older
 * one.
 */
export const PASSKEY_ALGORITHMS = [-8, -7, -257];

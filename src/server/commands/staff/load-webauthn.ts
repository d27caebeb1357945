/** Loaded by the first who signs in with a passkey: reading it is a third of what a start would take. */
export function loadWebauthn(): Promise<typeof import('@simplewebauthn/server')> {
  return import('@simplewebauthn/server');
}

/** Loads the library with the first passkey: loading it takes a third of the time that a start would take. */
export function loadWebauthn(): Promise<typeof import('@simplewebauthn/server')> {
  return import('@simplewebauthn/server');
}

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import * as v from 'valibot';
import { passkeyRow, type SignedIn, signedIn } from '../../../../contract/staff/auth';
import { callApi } from '../api/api';

/** What the server and the browser say to each other (W3C Web Authentication Level 3); this app only hands it on. */
const creationOptions = v.custom<PublicKeyCredentialCreationOptionsJSON>(isObject);
const requestOptions = v.custom<PublicKeyCredentialRequestOptionsJSON>(isObject);
export const passkeyList = v.object({ passkeys: v.array(passkeyRow) });

export type PasskeyList = v.InferOutput<typeof passkeyList>;

/** Whether this browser knows passkeys at all. */
export function canUsePasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/** Asks the browser for a passkey and signs in with it. `undefined` when the person put the browser's question away. */
export async function signInWithPasskey(): Promise<SignedIn | undefined> {
  const [{ startAuthentication }, optionsJSON] = await Promise.all([
    import('@simplewebauthn/browser'),
    callApi('POST', '/api/staff/passkeys/sign-in-options', requestOptions, { body: {} }),
  ]);
  const body = await orUndefined(startAuthentication({ optionsJSON }));
  return body && callApi('POST', '/api/staff/passkeys/sign-in', signedIn, { body });
}

/** Makes a passkey on this device. `undefined` when the person put the browser's question away. */
export async function addPasskey(): Promise<PasskeyList | undefined> {
  const [{ startRegistration }, optionsJSON] = await Promise.all([
    import('@simplewebauthn/browser'),
    callApi('POST', '/api/staff/passkeys/register-options', creationOptions, { body: {} }),
  ]);
  const body = await orUndefined(startRegistration({ optionsJSON }));
  return body && callApi('POST', '/api/staff/passkeys/register', passkeyList, { body });
}

/** Browsers tell a person's "no" and a time that ran out alike, so that no site learns which. */
async function orUndefined<Made>(made: Promise<Made>): Promise<Made | undefined> {
  try {
    return await made;
  } catch (error) {
    if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) return undefined;
    throw error;
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

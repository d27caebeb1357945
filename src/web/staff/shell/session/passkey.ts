import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import * as v from 'valibot';
import { passkeyRow, type SignedIn, signedIn } from '../../../../contract/staff/auth';
import { callApi } from '../api/api';

/** What server and browser say to each other (W3C Web Authentication Level 3); this app only passes it on. */
const creationOptions = v.custom<PublicKeyCredentialCreationOptionsJSON>(isObject);
const requestOptions = v.custom<PublicKeyCredentialRequestOptionsJSON>(isObject);
export const passkeyList = v.object({ passkeys: v.array(passkeyRow) });

export type PasskeyList = v.InferOutput<typeof passkeyList>;

/** Whether this browser supports passkeys. */
export function canUsePasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

/**
 * Asks the browser for a passkey and signs in with it. Returns `undefined` when the member dismissed the
 * browser's question.
 */
export async function signInWithPasskey(): Promise<SignedIn | undefined> {
  const [{ startAuthentication }, optionsJSON] = await Promise.all([
    import('@simplewebauthn/browser'),
    callApi('POST', '/api/staff/passkeys/sign-in-options', requestOptions, { body: {} }),
  ]);
  const body = await orUndefined(startAuthentication({ optionsJSON }));
  return body && callApi('POST', '/api/staff/passkeys/sign-in', signedIn, { body });
}

/** Makes a passkey on this device. Returns `undefined` when the member dismissed the browser's question. */
export async function addPasskey(): Promise<PasskeyList | undefined> {
  const [{ startRegistration }, optionsJSON] = await Promise.all([
    import('@simplewebauthn/browser'),
    callApi('POST', '/api/staff/passkeys/register-options', creationOptions, { body: {} }),
  ]);
  const body = await orUndefined(startRegistration({ optionsJSON }));
  return body && callApi('POST', '/api/staff/passkeys/register', passkeyList, { body });
}

/** Browsers report a refusal and a timeout alike, so that no site learns which it was. */
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

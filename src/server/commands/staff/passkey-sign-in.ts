import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { PasskeyAnswer } from '../../../contract/staff/auth';
import { type Result, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import type { StaffTables } from '../../db/schema/staff-tables';
import { addChallenge, CHALLENGE_MS, type RelyingParty, takeChallenge } from '../../db/staff/challenge';
import { type Browser, completeSignIn, type SignedIn } from '../../steps/staff/complete-sign-in';
import { loadWebauthn } from './load-webauthn';

type PasskeyRow = StaffTables['staff_passkeys'];

/**
 * Returns a challenge for any passkey of this host. The browser lists the passkeys, so that nobody types a
 * name.
 */
export async function beginPasskeySignIn(context: ServerContext, party: RelyingParty) {
  const challenge = await addChallenge(context, { purpose: 'sign-in', staffId: null });
  const { generateAuthenticationOptions } = await loadWebauthn();
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
  });
}

/** Signs in with a passkey. With the phone's lock it is two factors in one, so that no code is asked for. */
export async function signInWithPasskey(
  context: ServerContext,
  party: RelyingParty,
  answer: PasskeyAnswer,
  browser: Browser,
): Promise<Result<SignedIn>> {
  const city = context.city.code;
  const passkey = await context.db
    .selectFrom('staff_passkeys')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', answer.id)
    .executeTakeFirst();
  if (passkey === undefined) return refuse('passkey-not-valid');
  const counter = await verify(context, party, answer, passkey);
  if (counter === undefined) return refuse('passkey-not-valid');
  return writeCity(context, async (write) => {
    const used = await write.tx
      .updateTable('staff_passkeys')
      .set({ counter, last_used_at: write.nowMs })
      .where('city', '=', city)
      .where('id', '=', passkey.id)
      .executeTakeFirst();
    const staff = await write.tx
      .selectFrom('staff')
      .select(['id', 'role', 'disabled_at'])
      .where('city', '=', city)
      .where('id', '=', passkey.staff_id)
      .executeTakeFirst();
    // The passkey or the member may have been removed while the signature was verified.
    if (Number(used.numUpdatedRows) === 0 || staff === undefined) return refuse('passkey-not-valid');
    if (staff.disabled_at !== null) return refuse('member-disabled');
    return completeSignIn(write, staff, 'passkey', browser);
  });
}

/** Returns the passkey's new counter; `undefined` where the signature is not valid. */
async function verify(
  context: ServerContext,
  party: RelyingParty,
  answer: PasskeyAnswer,
  passkey: PasskeyRow,
): Promise<number | undefined> {
  const response: AuthenticationResponseJSON = { ...answer, clientExtensionResults: {} };
  const { verifyAuthenticationResponse } = await loadWebauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) =>
        takeChallenge(context, { purpose: 'sign-in', staffId: null }, challenge),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    return undefined;
  }
}

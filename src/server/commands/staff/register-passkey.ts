import type { RegistrationResponseJSON, VerifiedRegistrationResponse } from '@simplewebauthn/server';
import type { PasskeyRegistration, StaffMember } from '../../../contract/staff/auth';
import { DONE, type Result, refuse } from '../../../domain/result';
import { appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { addChallenge, CHALLENGE_MS, type RelyingParty, takeChallenge } from '../../db/staff/challenge';
import { loadWebauthn } from './load-webauthn';
import { PASSKEY_ALGORITHMS } from './passkey-algorithms';

/** Returns what the browser needs to make a passkey that is found without a name, behind the phone's lock. */
export async function beginPasskey(context: ServerContext, me: StaffMember, party: RelyingParty) {
  const { db, city } = context;
  const own = await db
    .selectFrom('staff_passkeys')
    .select('id')
    .where('city', '=', city.code)
    .where('staff_id', '=', me.id)
    .execute();
  const challenge = await addChallenge(context, { purpose: 'register', staffId: me.id });
  const { generateRegistrationOptions } = await loadWebauthn();
  return generateRegistrationOptions({
    rpName: `${city.settings.programmeName} ${city.name}`,
    rpID: party.id,
    userName: me.signInName,
    userDisplayName: me.name,
    userID: new TextEncoder().encode(me.id),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    excludeCredentials: own,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export type NewPasskey = {
  readonly answer: PasskeyRegistration;
  readonly device: string;
  readonly address: string;
};

/** Stores the public key of a new passkey, if the browser answers one of this server's challenges. */
export async function registerPasskey(
  context: ServerContext,
  me: StaffMember,
  party: RelyingParty,
  { answer, device, address }: NewPasskey,
): Promise<Result> {
  const { city } = context;
  const verified = await verify(context, me, party, answer);
  if (verified?.registrationInfo === undefined) return refuse('record-not-valid');
  const { credential } = verified.registrationInfo;
  return writeCity(context, async ({ tx, nowMs }) => {
    const inserted = await tx
      .insertInto('staff_passkeys')
      .values({
        city: city.code,
        id: credential.id,
        staff_id: me.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports_json: JSON.stringify(credential.transports ?? []),
        device,
        created_at: nowMs,
        last_used_at: null,
      })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doNothing())
      .executeTakeFirst();
    if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) return refuse('record-not-valid');
    await appendAudit(tx, context, { id: me.id, address }, { action: 'add-passkey' });
    return DONE;
  });
}

async function verify(
  context: ServerContext,
  me: StaffMember,
  party: RelyingParty,
  answer: PasskeyRegistration,
): Promise<VerifiedRegistrationResponse | undefined> {
  const response: RegistrationResponseJSON = { ...answer, clientExtensionResults: {} };
  const { verifyRegistrationResponse } = await loadWebauthn();
  try {
    return await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) =>
        takeChallenge(context, { purpose: 'register', staffId: me.id }, challenge),
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: PASSKEY_ALGORITHMS,
    });
  } catch {
    // The library throws whatever is wrong with an answer; which of its checks failed helps no honest person.
    return undefined;
  }
}

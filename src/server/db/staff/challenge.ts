import type { StaffId } from '../../../domain/staff/role';
import type { ServerContext } from '../engine/context';
import { hashToken, newToken } from './token';

const CHALLENGE_BYTES = 32;
/** As long as the browser is told to wait for the person. */
export const CHALLENGE_MS = 300_000;

type Of = { readonly purpose: 'register' | 'sign-in'; readonly staffId: StaffId | null };

/** Where passkeys belong: the host asked for, and the origin as the browser sees it. */
export type RelyingParty = { readonly id: string; readonly origin: string };

/**
 * Creates a challenge (base64url) for a passkey to sign. It is in the database because another process may
 * get the answer.
 */
export async function addChallenge(context: ServerContext, { purpose, staffId }: Of): Promise<string> {
  const { db, city, clock } = context;
  const challenge = newToken(context, CHALLENGE_BYTES);
  await db
    .insertInto('staff_challenges')
    .values({
      city: city.code,
      challenge_hash: hashToken(challenge),
      purpose,
      staff_id: staffId,
      ends_at: clock() + CHALLENGE_MS,
    })
    .execute();
  return challenge;
}

/** Whether a challenge is one of ours for this purpose and person; asking uses it up. */
export async function takeChallenge(
  { db, city, clock }: ServerContext,
  { purpose, staffId }: Of,
  challenge: string,
): Promise<boolean> {
  const taken = await db
    .deleteFrom('staff_challenges')
    .where('city', '=', city.code)
    .where('challenge_hash', '=', hashToken(challenge))
    .where('purpose', '=', purpose)
    .where('staff_id', staffId === null ? 'is' : '=', staffId)
    .where('ends_at', '>', clock())
    .executeTakeFirst();
  return Number(taken.numDeletedRows) > 0;
}

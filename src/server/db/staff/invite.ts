import type { Kysely, Transaction } from 'kysely';
import type { City } from '../../../domain/city/city';
import type { StaffId } from '../../../domain/staff/role';
import type { CityWrite } from '../engine/write-city';
import type { Tables } from '../schema/tables';
import { hashToken, newToken } from './token';

const DAY_MS = 86_400_000;
/** Long enough for a day off; whoever invites can make another. */
const MEMBER_INVITE_MS = 7 * DAY_MS;
const FIRST_ADMIN_INVITE_MS = DAY_MS;
/** 128 random bits, 22 characters: the contract's `token128`. */
const INVITE_BYTES = 16;

export type Invite = { readonly token: string; readonly endsAt: number };

/**
 * Writes an invite; earlier ones of the same person stop working. A `staffId` of null invites whoever becomes
 * the first admin.
 */
export async function addInvite(
  { tx, context, nowMs }: CityWrite,
  { staffId, madeBy }: { readonly staffId: StaffId | null; readonly madeBy: StaffId | null },
): Promise<Invite> {
  const city = context.city.code;
  const token = newToken(context, INVITE_BYTES);
  const endsAt = nowMs + (staffId === null ? FIRST_ADMIN_INVITE_MS : MEMBER_INVITE_MS);
  if (staffId !== null) {
    await tx
      .deleteFrom('staff_invites')
      .where('city', '=', city)
      .where('staff_id', '=', staffId)
      .where('used_at', 'is', null)
      .execute();
  }
  await tx
    .insertInto('staff_invites')
    .values({
      city,
      token_hash: hashToken(token),
      staff_id: staffId,
      made_by: madeBy,
      made_at: nowMs,
      ends_at: endsAt,
      used_at: null,
    })
    .execute();
  return { token, endsAt };
}

/**
 * Finds the invite of a token and who is invited; `undefined` when it was used, is too old, belongs to a
 * disabled person or never existed.
 */
export async function findInvite(
  db: Kysely<Tables> | Transaction<Tables>,
  city: City,
  nowMs: number,
  token: string,
) {
  const invite = await db
    .selectFrom('staff_invites')
    .leftJoin('staff', (join) =>
      join.onRef('staff.city', '=', 'staff_invites.city').onRef('staff.id', '=', 'staff_invites.staff_id'),
    )
    .select(['staff_id', 'token_hash', 'sign_in_name', 'name', 'role', 'disabled_at'])
    .where('staff_invites.city', '=', city.code)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('ends_at', '>', nowMs)
    .executeTakeFirst();
  if (invite === undefined || invite.disabled_at !== null) return undefined;
  if (invite.staff_id === null && (await countAdmins(db, city)) > 0) return undefined;
  return invite;
}

/** Counts the admins who can sign in: accepted and not disabled. */
export async function countAdmins(
  db: Kysely<Tables> | Transaction<Tables>,
  city: City,
  except?: StaffId,
): Promise<number> {
  const rows = await db
    .selectFrom('staff')
    .select('id')
    .where('city', '=', city.code)
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('password_hash', 'is not', null)
    .execute();
  return rows.filter(({ id }) => id !== except).length;
}

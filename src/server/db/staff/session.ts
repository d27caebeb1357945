import { uuidv7 } from 'uuidv7';
import type { StaffMember } from '../../../contract/staff/auth';
import type { StaffId, StaffRole } from '../../../domain/staff/role';
import { SESSION_ENDS } from '../../../domain/staff/session-ends';
import type { CityWrite } from '../engine/write-city';
import type { SignInMethod } from '../schema/staff-tables';
import { hashToken, newToken } from './token';

/** The person who asks, according to their session. */
export type StaffSession = {
  readonly id: string;
  readonly me: StaffMember;
  /** The absolute end, Unix milliseconds. */
  readonly endsAt: number;
  /** An admin works only with a second factor: until one is set up, nothing else is open to them. */
  readonly mustSetUpTotp: boolean;
};

/** 256 random bits: nobody guesses a session. */
const SESSION_BYTES = 32;

export type SessionStart = {
  readonly staff: { readonly id: StaffId; readonly role: StaffRole };
  readonly method: SignInMethod;
  readonly device: string;
};

/** Begins a session and returns its token, which only the person's browser keeps. */
export async function startSession(
  { tx, context, nowMs }: CityWrite,
  { staff, method, device }: SessionStart,
): Promise<string> {
  const token = newToken(context, SESSION_BYTES);
  await tx
    .insertInto('staff_sessions')
    .values({
      city: context.city.code,
      id: uuidv7(),
      token_hash: hashToken(token),
      staff_id: staff.id,
      method,
      device,
      started_at: nowMs,
      last_seen_at: nowMs,
      ends_at: nowMs + SESSION_ENDS[staff.role].absoluteMs,
      ended_at: null,
    })
    .execute();
  return token;
}

/** Ends a person's sessions except `exceptId`, and forgets their known browsers. */
export async function endSessionsOf(
  { tx, context, nowMs }: CityWrite,
  staffId: StaffId,
  exceptId?: string,
): Promise<void> {
  const city = context.city.code;
  await tx
    .updateTable('staff_sessions')
    .set({ ended_at: nowMs })
    .where('city', '=', city)
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .$if(exceptId !== undefined, (query) => query.where('id', '!=', exceptId ?? ''))
    .execute();
  await tx.deleteFrom('staff_devices').where('city', '=', city).where('staff_id', '=', staffId).execute();
}

/** Ends the session that a browser leaves by signing in again. */
export async function endSessionOfToken({ tx, context, nowMs }: CityWrite, token: string): Promise<void> {
  await tx
    .updateTable('staff_sessions')
    .set({ ended_at: nowMs })
    .where('city', '=', context.city.code)
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .execute();
}

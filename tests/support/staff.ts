import { randomUUID } from 'node:crypto';
import type { StaffId, StaffRole } from '../../src/domain/staff/role';
import type { ServerContext } from '../../src/server/db/engine/context';
import { writeCity } from '../../src/server/db/engine/write-city';
import { seal } from '../../src/server/db/secret/seal';
import { startSession } from '../../src/server/db/staff/session';
import { SESSION_COOKIE } from '../../src/server/http/staff/account/cookies';

export type MemberOptions = {
  readonly name?: string;
  readonly unit?: string;
  readonly areas?: readonly string[];
  /** Defaults to true for an admin, who without a second factor can reach nothing but its set-up. */
  readonly hasTotp?: boolean;
};

export type SignedInMember = {
  readonly id: StaffId;
  readonly signInName: string;
  /** For `app.inject({headers})`: the session, and the app's own origin. */
  readonly headers: { readonly cookie: string; readonly origin: string };
};

/** The host that `app.inject` names by default. */
export const OWN_ORIGIN = 'http://localhost:80';

/** Makes a new member with a role, already signed in, without a password. Each call makes another member. */
export async function signInAs(
  context: ServerContext,
  role: StaffRole,
  options: MemberOptions = {},
): Promise<SignedInMember> {
  const id = randomUUID() as StaffId;
  const signInName = `${role}.${id.slice(0, 8)}`;
  const hasTotp = options.hasTotp ?? role === 'admin';
  const city = context.city.code;
  const token = await writeCity(context, async (write) => {
    await write.tx
      .insertInto('staff')
      .values({
        city,
        id,
        sign_in_name: signInName,
        name: options.name ?? 'Contoh Petugas',
        role,
        unit: options.unit ?? null,
        areas_json: JSON.stringify(options.areas ?? []),
        password_hash: null,
        totp_secret: hasTotp ? seal(context, `staff/${id}/totp`, 'JBSWY3DPEHPK3PXP') : null,
        totp_pending: null,
        totp_last_step: null,
        disabled_at: null,
        created_at: write.nowMs,
      })
      .execute();
    return startSession(write, { staff: { id, role }, method: 'password', device: 'test' });
  });
  return { id, signInName, headers: { cookie: `${SESSION_COOKIE}=${token}`, origin: OWN_ORIGIN } };
}

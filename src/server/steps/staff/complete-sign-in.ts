import type { Result } from '../../../domain/result';
import type { StaffId, StaffRole } from '../../../domain/staff/role';
import { appendAudit } from '../../db/audit/append-audit';
import type { CityWrite } from '../../db/engine/write-city';
import type { SignInMethod } from '../../db/schema/staff-tables';
import { rememberDevice } from '../../db/staff/device';
import { endSessionOfToken, startSession } from '../../db/staff/session';

/** The browser that signs in: its description, and the tokens of an earlier sign-in with it. */
export type Browser = {
  /** The address that the request comes from. */
  readonly address: string;
  readonly device: string;
  readonly deviceToken: string | undefined;
  readonly sessionToken: string | undefined;
};

/** Tokens that only the browser receives. */
export type SignedIn = {
  readonly sessionToken: string;
  readonly deviceToken: string;
};

/** Starts a session and remembers the browser as known. The caller has proved who signs in. */
export async function completeSignIn(
  write: CityWrite,
  staff: { readonly id: StaffId; readonly role: StaffRole },
  method: SignInMethod,
  { address, device, deviceToken, sessionToken: earlier }: Browser,
): Promise<Result<SignedIn>> {
  if (earlier !== undefined) await endSessionOfToken(write, earlier);
  const sessionToken = await startSession(write, { staff, method, device });
  await appendAudit(
    write.tx,
    write.context,
    { id: staff.id, address },
    { action: 'sign-in', detail: { method } },
  );
  return {
    ok: true,
    sessionToken,
    deviceToken: await rememberDevice(write, staff.id, deviceToken),
  };
}

import type { Result } from '../../../domain/result';
import type { StaffId, StaffRole } from '../../../domain/staff/role';
import { appendAudit } from '../../db/audit/append-audit';
import type { CityWrite } from '../../db/engine/write-city';
import type { SignInMethod } from '../../db/schema/staff-tables';
import { rememberDevice } from '../../db/staff/device';
import { endSessionOfToken, startSession } from '../../db/staff/session';

/** The browser that signs in: its description, and the tokens of an earlier success in it. */
export type Browser = {
  /** The address it asks from. */
  readonly address: string;
  readonly device: string;
  readonly deviceToken: string | undefined;
  readonly sessionToken: string | undefined;
};

/** Tokens for the browser alone. */
export type SignedIn = {
  readonly sessionToken: string;
  readonly deviceToken: string;
};

/** Begins a session in a browser that will be known from now on. Who it is was proved before. */
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

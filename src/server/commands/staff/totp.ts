import { Secret, TOTP } from 'otpauth';
import type { TotpBegun } from '../../../contract/staff/auth';
import { DONE, type Result, refuse } from '../../../domain/result';
import type { StaffId } from '../../../domain/staff/role';
import { type AuditedStaff, appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { seal, unseal } from '../../db/secret/seal';
import { totpPlace } from '../../db/staff/totp-place';
import { matchTotp, TOTP_KIND } from './match-totp';

/** RFC 4226 recommends 160 bits. */
const SECRET_BYTES = 20;

/**
 * Makes a new secret for an authenticator app. The secret in use, if any, stays valid until the new one is
 * confirmed.
 */
export async function beginTotp(
  context: ServerContext,
  staff: { readonly id: StaffId; readonly signInName: string },
): Promise<TotpBegun> {
  const { db, city, randomBytes } = context;
  const totp = new TOTP({
    ...TOTP_KIND,
    // Copied, since a buffer of Node's may be a part of a larger one.
    secret: new Secret({ buffer: Uint8Array.from(randomBytes(SECRET_BYTES)).buffer }),
    issuer: `${city.settings.programmeName} ${city.name}`,
    label: staff.signInName,
  });
  const secret = totp.secret.base32;
  await db
    .updateTable('staff')
    .set({ totp_pending: seal(context, totpPlace(staff.id), secret) })
    .where('city', '=', city.code)
    .where('id', '=', staff.id)
    .execute();
  return { secret, uri: totp.toString() };
}

/** Puts the new secret into use, once a code proves that the app has it. */
export async function confirmTotp(
  context: ServerContext,
  staff: AuditedStaff,
  code: string,
): Promise<Result> {
  const city = context.city.code;
  const { id } = staff;
  return writeCity(context, async ({ tx, nowMs }) => {
    const row = await tx
      .selectFrom('staff')
      .select('totp_pending')
      .where('city', '=', city)
      .where('id', '=', id)
      .executeTakeFirst();
    const pending = row?.totp_pending ?? null;
    if (pending === null) return refuse('totp-not-valid');
    const step = matchTotp(String(unseal(context, totpPlace(id), pending)), code, nowMs, null);
    if (step === undefined) return refuse('totp-not-valid');
    await tx
      .updateTable('staff')
      .set({ totp_secret: pending, totp_pending: null, totp_last_step: step })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute();
    await appendAudit(tx, context, staff, { action: 'confirm-totp' });
    return DONE;
  });
}

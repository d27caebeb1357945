import { type Result, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import type { StaffColumns } from '../../db/schema/staff-tables';
import { unseal } from '../../db/secret/seal';
import { type AttemptOf, forgiveAttempt, takeAttempt } from '../../db/staff/attempts';
import { isKnownDevice } from '../../db/staff/device';
import { isPasswordOf } from '../../db/staff/password';
import { hashToken } from '../../db/staff/token';
import { totpPlace } from '../../db/staff/totp-place';
import { type Browser, completeSignIn, type SignedIn } from '../../steps/staff/complete-sign-in';
import { matchTotp } from './match-totp';

export type PasswordSignIn = {
  readonly signInName: string;
  readonly password: string;
  readonly code: string | undefined;
  /** The address, or its network, by which attempts are counted. */
  readonly address: string;
  readonly browser: Browser;
};

/**
 * Signs in with a name and a password, and with a code where the member has an authenticator. A wrong name
 * and a wrong password get the same answer in the same time. Only whoever knows the password learns that a
 * code is needed or that the member is disabled.
 */
export async function signIn(context: ServerContext, asked: PasswordSignIn): Promise<Result<SignedIn>> {
  const signInName = asked.signInName.toLowerCase();
  const begun = await writeCity(context, (write) => begin(write, signInName, asked));
  if (!begun.ok) return begun;
  const { of, row } = begun;
  // Outside any transaction, since hashing is slow on purpose.
  const isRight = await isPasswordOf(row?.password_hash ?? null, asked.password);
  if (!isRight || row === undefined) return refuse('sign-in-not-valid');
  return writeCity(context, (write) => finish(write, row, of, asked));
}

type Begun = { readonly of: readonly AttemptOf[]; readonly row: StaffColumns | undefined };

async function begin(
  write: CityWrite,
  signInName: string,
  { address, browser }: PasswordSignIn,
): Promise<Result<Begun>> {
  const { deviceToken } = browser;
  const of: AttemptOf[] =
    deviceToken !== undefined && (await isKnownDevice(write, deviceToken, signInName))
      ? [{ kind: 'device', text: `${signInName}/${hashToken(deviceToken)}` }]
      : [
          { kind: 'name', text: signInName },
          { kind: 'address', text: address },
        ];
  const attempt = await takeAttempt(write, of);
  if (!attempt.ok) return attempt;
  const row = await write.tx
    .selectFrom('staff')
    .selectAll()
    .where('city', '=', write.context.city.code)
    .where('sign_in_name', '=', signInName)
    .executeTakeFirst();
  return { ok: true, of, row };
}

async function finish(
  write: CityWrite,
  checked: StaffColumns,
  of: readonly AttemptOf[],
  { code, browser }: PasswordSignIn,
): Promise<Result<SignedIn>> {
  const { tx, context, nowMs } = write;
  const city = context.city.code;
  const row = await tx
    .selectFrom('staff')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', checked.id)
    .executeTakeFirst();
  // The password changed while it was checked, so that nothing is proved.
  if (row === undefined || row.password_hash !== checked.password_hash) return refuse('sign-in-not-valid');
  if (row.disabled_at !== null) {
    await forgiveAttempt(write, of, false);
    return refuse('member-disabled');
  }
  if (row.totp_secret !== null) {
    if (code === undefined) {
      await forgiveAttempt(write, of, false);
      return refuse('totp-needed');
    }
    const secret = String(unseal(context, totpPlace(row.id), row.totp_secret));
    const step = matchTotp(secret, code, nowMs, row.totp_last_step);
    if (step === undefined) return refuse('totp-not-valid');
    await tx
      .updateTable('staff')
      .set({ totp_last_step: step })
      .where('city', '=', city)
      .where('id', '=', row.id)
      .execute();
  }
  await forgiveAttempt(write, of, true);
  return completeSignIn(write, row, 'password', browser);
}

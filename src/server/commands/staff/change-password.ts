import type { PasswordChange } from '../../../contract/staff/auth';
import { DONE, type Result, refuse } from '../../../domain/result';
import { appendAudit } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { forgiveAttempt, takeAttempt } from '../../db/staff/attempts';
import { hashPassword, isPasswordOf } from '../../db/staff/password';
import { endSessionsOf, type StaffSession } from '../../db/staff/session';
import { judgeNewPassword } from './judge-new-password';

/** Changes a member's own password, once they have proved the current one. All their other sessions end. */
export async function changePassword(
  context: ServerContext,
  { id: sessionId, me }: StaffSession,
  { current, password, address }: PasswordChange & { readonly address: string },
): Promise<Result> {
  const city = context.city.code;
  const of = [{ kind: 'device', text: `password/${me.id}` }] as const;
  const attempt = await writeCity(context, (write) => takeAttempt(write, of));
  if (!attempt.ok) return attempt;
  const row = await context.db
    .selectFrom('staff')
    .select('password_hash')
    .where('city', '=', city)
    .where('id', '=', me.id)
    .executeTakeFirst();
  const currentHash = row?.password_hash ?? null;
  const isRight = await isPasswordOf(currentHash, current);
  if (!isRight) return refuse('sign-in-not-valid', { pointer: '/current' });
  await writeCity(context, (write) => forgiveAttempt(write, of, true));
  const judged = await judgeNewPassword(context.city, password, [me.signInName, me.name]);
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  return writeCity(context, async (write) => {
    const changed = await write.tx
      .updateTable('staff')
      .set({ password_hash: passwordHash })
      .where('city', '=', city)
      .where('id', '=', me.id)
      .where('password_hash', '=', currentHash)
      .executeTakeFirst();
    if (Number(changed.numUpdatedRows) === 0) return refuse('sign-in-not-valid', { pointer: '/current' });
    await endSessionsOf(write, me.id, sessionId);
    await appendAudit(write.tx, context, { id: me.id, address }, { action: 'change-password' });
    return DONE;
  });
}

import { createHmac } from 'node:crypto';
import { DONE, type Result, refuse } from '../../../domain/result';
import { type AttemptKind, delayAfter, isForgotten } from '../../../domain/staff/throttle';
import type { ServerContext } from '../engine/context';
import type { CityWrite } from '../engine/write-city';

export type AttemptOf = { readonly kind: AttemptKind; readonly text: string };

/**
 * Counts an attempt as failed before it is judged, so that a thousand at once cannot all pass the check
 * together. An attempt that comes too soon is refused and not counted.
 */
export async function takeAttempt(write: CityWrite, of: readonly AttemptOf[]): Promise<Result> {
  const { tx, context, nowMs } = write;
  const city = context.city.code;
  const counted: { subject: string; failures: number; kind: AttemptKind }[] = [];
  for (const { kind, text } of of) {
    const subject = subjectOf(context, kind, text);
    const row = await tx
      .selectFrom('staff_attempts')
      .selectAll()
      .where('city', '=', city)
      .where('subject', '=', subject)
      .executeTakeFirst();
    const isOld = row === undefined || isForgotten(kind, nowMs - row.last_at);
    if (!isOld && row.next_at > nowMs) {
      return refuse('rate-limited', { retryAfterSeconds: Math.ceil((row.next_at - nowMs) / 1000) });
    }
    counted.push({ subject, kind, failures: (isOld ? 0 : row.failures) + 1 });
  }
  for (const { subject, kind, failures } of counted) {
    const values = { failures, last_at: nowMs, next_at: nowMs + delayAfter(kind, failures) };
    await tx
      .insertInto('staff_attempts')
      .values({ city, subject, ...values })
      .onConflict((conflict) => conflict.columns(['city', 'subject']).doUpdateSet(values))
      .execute();
  }
  return DONE;
}

/**
 * Takes back what {@link takeAttempt} counted. `isSignedIn` also clears earlier failures, but never those of
 * an address: otherwise anyone with an account here could clear their traces between attempts at other
 * people's accounts.
 */
export async function forgiveAttempt(
  { tx, context }: CityWrite,
  of: readonly AttemptOf[],
  isSignedIn: boolean,
): Promise<void> {
  for (const { kind, text } of of) {
    const isForgiven = isSignedIn && kind !== 'address';
    await tx
      .updateTable('staff_attempts')
      .set((eb) => ({ failures: isForgiven ? 0 : eb('failures', '-', 1), next_at: 0 }))
      .where('city', '=', context.city.code)
      .where('subject', '=', subjectOf(context, kind, text))
      .where('failures', '>', 0)
      .execute();
  }
}

/** The hash is keyed, so that the table does not reveal which names and addresses were tried. */
function subjectOf({ keys, city }: ServerContext, kind: AttemptKind, text: string): string {
  return createHmac('sha256', keys.nikIndex)
    .update(`${city.code}/attempt/${kind}/${text}`)
    .digest('base64url');
}

import type { CommandId } from '../../../contract/scalars';
import type { BookingId } from '../../../domain/booking/booking';
import { queueFollow, readFollow } from '../../../offline/store/queue-follow';
import { listVisits } from '../../../offline/store/visits';
import type { Phone } from '../shell/phone-context';

/** What became of a link, as words under `visits.link.`; `kept` waits for a connection. */
export type FollowEnd = 'kept' | 'answered' | 'refused' | 'bad';

/** `visit` where it is known; else how the link ended, and the visits known before it. */
export type FollowOutcome =
  | { readonly visit: BookingId }
  | {
      readonly visit?: never;
      readonly end: FollowEnd;
      readonly known: ReadonlySet<BookingId>;
      /** The command that waits, where the link was worth sending. */
      readonly command?: CommandId;
    };

/** Makes this phone follow the visit of a link, and says which visit that is. Rejects when the phone keeps nothing. */
export async function openFollowLink({ store, sync, now }: Phone, token: string): Promise<FollowOutcome> {
  const before = await listVisits(store);
  const own = before.find((visit) => visit.personal?.followToken === token);
  if (own) return { visit: own.id };
  const known = new Set(before.map((visit) => visit.id));
  const follow = await queueFollow(store, token, now());
  if (follow === undefined) return { end: 'bad', known };
  await sync.syncNow();
  const fresh = (await listVisits(store)).find((visit) => !known.has(visit.id));
  if (fresh) return { visit: fresh.id };
  const { is } = await readFollow(store, follow);
  return {
    end: is === 'waiting' ? 'kept' : is === 'refused' ? 'refused' : 'answered',
    known,
    command: follow,
  };
}

import type { CommandId } from '../../../../contract/scalars';
import type { BookingId } from '../../../../domain/booking/booking';
import { isFollowToken, queueFollow, readFollow } from '../../../../offline/store/follow/queue-follow';
import { listVisits } from '../../../../offline/store/visit/visits';
import type { ResidentPhone } from '../../shell/phone/phone-context';

/** What became of a link; the words are under `visits.link.`. `kept` waits for a connection. */
export type FollowEnd = 'kept' | 'answered' | 'refused' | 'bad';

/** `visit` where it is known; otherwise how the link ended, and the visits known before it. */
export type FollowOutcome =
  | { readonly visit: BookingId }
  | {
      readonly visit?: never;
      readonly end: FollowEnd;
      readonly known: ReadonlySet<BookingId>;
      /** The waiting command, where the link was valid enough to send. */
      readonly command?: CommandId;
    };

/**
 * Returns the visit that the link belongs to, if this phone requested it; otherwise whether the link can be
 * valid at all.
 */
export async function findOwnVisit(
  { store }: ResidentPhone,
  token: string,
): Promise<{ readonly visit: BookingId } | 'other' | 'bad'> {
  if (!isFollowToken(token)) return 'bad';
  const own = (await listVisits(store)).find((visit) => visit.personal?.followToken === token);
  return own ? { visit: own.id } : 'other';
}

/**
 * Makes this phone follow the visit of a link under a name, and returns which visit that is. Rejects when the
 * phone cannot store anything.
 */
export async function openFollowLink(
  { store, sync, now }: ResidentPhone,
  token: string,
  name: string,
): Promise<FollowOutcome> {
  const before = await listVisits(store);
  const known = new Set(before.map((visit) => visit.id));
  const follow = await queueFollow(store, token, name, now());
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

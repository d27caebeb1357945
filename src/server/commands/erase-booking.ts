import type { EraseBooking } from '../../contract/commands';
import { moveBooking } from '../../domain/booking/state';
import { eraseBooking as erase } from '../db/erase-booking';
import { findBooking } from '../db/find-booking';
import type { CityWrite } from '../db/write-city';
import type { Outcome } from './refusal';

/** Her right to have her data deleted: by the owner, once the visit is over. Harmless where it was done before. */
export async function eraseBooking(
  write: CityWrite,
  deviceHash: string,
  { bookingId }: EraseBooking,
): Promise<Outcome> {
  const booking = await findBooking(write, deviceHash, bookingId);
  if (booking === undefined) return { problem: 'booking-not-found', pointer: '/bookingId' };
  const { state, role: actor } = booking;
  const { settings } = write.context.city;
  const move = moveBooking({ state, action: 'erase', actor, nowMs: write.nowMs, settings });
  if (!move.ok) return { problem: move.problem };
  await erase(write, bookingId, { to: move.state, actor: 'requester' });
  return undefined;
}

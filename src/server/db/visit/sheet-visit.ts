import type { StaffPhoto } from '../../../contract/staff/photos';
import type { SheetVisit } from '../../../contract/staff/run-sheet';
import type { History } from '../booking/history';
import { type StaffBooking, unsealRequest } from '../booking/staff-booking';
import type { ServerContext } from '../engine/context';
import { visitMembersOf } from './visit-of';

const NIK_DIGITS_SHOWN = 4;

/** Returns a booking with everything a crew needs at the door; of the NIK only its end. */
export function sheetVisitOf(
  context: ServerContext,
  row: StaffBooking,
  { history, notes }: History,
  photos: readonly StaffPhoto[],
): Omit<SheetVisit, 'position' | 'scheduled'> {
  const { recipient, ...request } = unsealRequest(context, row);
  const { name, birthYear, nik } = recipient;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    revision: row.revision,
    minutes: row.minutes,
    request: {
      ...request,
      recipient: {
        name,
        birthYear,
        ...(nik === undefined ? {} : { nikLast4: nik.slice(-NIK_DIGITS_SHOWN) }),
      },
    },
    ...visitMembersOf(context, row, true),
    ...(photos.length === 0 ? {} : { photos: [...photos] }),
    notes,
    history,
    followHash: row.follow_hash,
  };
}

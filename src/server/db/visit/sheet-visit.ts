import type { StaffPhoto } from '../../../contract/staff/photos';
import type { SheetVisit } from '../../../contract/staff/run-sheet';
import { isAbroad } from '../../../domain/people/phone';
import type { History } from '../booking/history';
import { type StaffBooking, unsealRequest } from '../booking/staff-booking';
import type { ServerContext } from '../engine/context';
import { visitMembersOf } from './visit-of';

const NIK_DIGITS_SHOWN = 4;
/** Stands for a number that an older crew's app cannot read, in a city that has told no number of its own. */
const NO_NUMBER = '+620000000';

/** Returns a booking with everything a crew needs at the door; of the NIK only its end. */
export function sheetVisitOf(
  context: ServerContext,
  row: StaffBooking,
  { history, notes }: History,
  photos: readonly StaffPhoto[],
): Omit<SheetVisit, 'position' | 'scheduled'> {
  const { recipient, contact, ...request } = unsealRequest(context, row);
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
      contact: isAbroad(contact.phone)
        ? { ...contact, phone: deskNumber(context), phoneAbroad: contact.phone }
        : contact,
    },
    ...(row.request_changed_at === null
      ? {}
      : { requestChangedAt: new Date(row.request_changed_at).toISOString() }),
    ...visitMembersOf(context, row, true),
    ...(photos.length === 0 ? {} : { photos: [...photos] }),
    notes,
    history,
    followHash: row.follow_hash,
  };
}

function deskNumber({ city }: ServerContext): string {
  return city.settings.contacts.find(({ phone }) => phone !== undefined)?.phone ?? NO_NUMBER;
}

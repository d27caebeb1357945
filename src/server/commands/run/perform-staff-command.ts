import type { CrewCommand, DeskCommand } from '../../../contract/staff/commands';
import type { CityWrite } from '../../db/engine/write-city';
import { acceptBooking } from '../booking/accept-booking';
import { addNote } from '../booking/add-note';
import { askResident } from '../booking/ask-resident';
import { endByDesk } from '../booking/end-by-desk';
import { moveVisit } from '../booking/move-visit';
import { promoteBooking } from '../booking/promote-booking';
import { takeBooking } from '../booking/take-booking';
import { finishCallback } from '../callback/finish-callback';
import { addVisitPhoto } from '../photo/add-visit-photo';
import { dropPhoto } from '../photo/drop-photo';
import { judgePhoto } from '../photo/judge-photo';
import { arriveAtHome } from '../visit/arrive-at-home';
import { orderVisits } from '../visit/order-visits';
import { recordVisit } from '../visit/record-visit';
import { resolveRecord } from '../visit/resolve-record';
import { returnVisit } from '../visit/return-visit';
import { startTravel } from '../visit/start-travel';
import type { StaffActor, StaffOutcome } from './staff-outcome';

/** What only a crew does. */
export function performCrew(
  write: CityWrite,
  staff: StaffActor,
  command: Exclude<CrewCommand, { name: 'add-note' }>,
): Promise<StaffOutcome> {
  switch (command.name) {
    case 'start-travel':
      return startTravel(write, staff, command);
    case 'arrive-at-home':
      return arriveAtHome(write, staff, command);
    case 'record-visit':
      return recordVisit(write, staff, command);
    case 'return-visit':
      return returnVisit(write, staff, command);
    case 'add-visit-photo':
      return addVisitPhoto(write, staff, command);
  }
}

/** What the desk does, and a note, which all may write. */
export function performDesk(
  write: CityWrite,
  staff: StaffActor,
  command: DeskCommand,
): Promise<StaffOutcome> {
  switch (command.name) {
    case 'take-booking':
      return takeBooking(write, staff, command);
    case 'accept-booking':
      return acceptBooking(write, staff, command);
    case 'ask-resident':
      return askResident(write, staff, command);
    case 'move-visit':
      return moveVisit(write, staff, command);
    case 'promote-booking':
      return promoteBooking(write, staff, command);
    case 'refer-booking':
    case 'cancel-visit':
      return endByDesk(write, staff, command);
    case 'resolve-record':
      return resolveRecord(write, staff, command);
    case 'finish-callback':
      return finishCallback(write, staff, command);
    case 'judge-photo':
      return judgePhoto(write, staff, command);
    case 'drop-photo':
      return dropPhoto(write, staff, command);
    case 'order-visits':
      return orderVisits(write, staff, command);
    case 'add-note':
      return addNote(write, staff, command);
  }
}

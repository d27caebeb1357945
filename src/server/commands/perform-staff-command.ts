import type { CrewCommand, DeskCommand } from '../../contract/staff/commands';
import type { CityWrite } from '../db/write-city';
import { acceptBooking } from './accept-booking';
import { addNote } from './add-note';
import { addVisitPhoto } from './add-visit-photo';
import { arriveAtHome } from './arrive-at-home';
import { askResident } from './ask-resident';
import { dropPhoto } from './drop-photo';
import { endByDesk } from './end-by-desk';
import { finishCallback } from './finish-callback';
import { judgePhoto } from './judge-photo';
import { moveVisit } from './move-visit';
import { orderVisits } from './order-visits';
import { promoteBooking } from './promote-booking';
import { recordVisit } from './record-visit';
import { resolveRecord } from './resolve-record';
import { returnVisit } from './return-visit';
import type { StaffActor, StaffOutcome } from './staff-outcome';
import { startTravel } from './start-travel';
import { takeBooking } from './take-booking';

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

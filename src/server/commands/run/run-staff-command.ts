import type * as v from 'valibot';
import {
  type CrewCommand,
  crewCommand,
  type DeskCommand,
  deskCommand,
} from '../../../contract/staff/commands';
import { type StaffCommandResult, staffCommandResult } from '../../../contract/staff/run-sheet';
import type { Problem } from '../../../domain/problem';
import { type Result, refuse } from '../../../domain/result';
import { appendAudit, type NewAuditEntry } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { prepareWrites } from '../../db/engine/prepare-writes';
import type { CityWrite } from '../../db/engine/write-city';
import { acceptBooking } from '../booking/accept-booking';
import { addNote } from '../booking/add-note';
import { askResident } from '../booking/ask-resident';
import { changeByDesk } from '../booking/change-by-desk';
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
import { addCommand, type Handlers, parseCommand, runOnce } from './run-once';
import type { StaffActor } from './staff-actor';

type StaffCommand = CrewCommand | DeskCommand;

const HANDLERS: Handlers<StaffCommand, StaffActor, Problem> = {
  'start-travel': startTravel,
  'arrive-at-home': arriveAtHome,
  'record-visit': recordVisit,
  'return-visit': returnVisit,
  'add-visit-photo': addVisitPhoto,
  'take-booking': takeBooking,
  'accept-booking': acceptBooking,
  'ask-resident': askResident,
  'move-visit': moveVisit,
  'change-request': changeByDesk,
  'promote-booking': promoteBooking,
  'refer-booking': endByDesk,
  'cancel-visit': endByDesk,
  'resolve-record': resolveRecord,
  'finish-callback': finishCallback,
  'judge-photo': judgePhoto,
  'drop-photo': dropPhoto,
  'order-visits': orderVisits,
  'add-note': addNote,
};

const CREW_NAMES = namesOf(crewCommand.options);
const DESK_NAMES = namesOf(deskCommand.options);
const KELURAHAN_NAMES: readonly string[] = ['take-booking', 'change-request', 'add-note'];

/** Runs one command of the staff, and only once (run-once.ts), with its audit entry. */
export function runStaffCommand(
  context: ServerContext,
  staff: StaffActor,
  raw: unknown,
): Promise<StaffCommandResult> {
  return runOnce<StaffCommand, Problem>(context, raw, {
    owner: `staff:${staff.id}`,
    storedResult: staffCommandResult,
    parse: (name) => parse(staff, name, raw),
    perform: (write, command) => perform(write, staff, command.name, command),
    store: async ({ tx }, stored, result, command) => {
      await storeCommand(tx, stored);
      await appendAudit(tx, context, staff, entryOf(result, command));
    },
  });
}

const storeCommand = prepareWrites([addCommand]);

function parse({ role }: StaffActor, name: string, raw: unknown): Result<{ readonly command: StaffCommand }> {
  if (!Object.hasOwn(HANDLERS, name)) return refuse('command-unknown', { pointer: '/name' });
  if (!namesFor(role).includes(name)) return refuse('role-forbids', { pointer: '/name' });
  const schema: v.GenericSchema<unknown, StaffCommand> = role === 'crew' ? crewCommand : deskCommand;
  return parseCommand(schema, raw);
}

function namesFor(role: StaffActor['role']): readonly string[] {
  switch (role) {
    case 'crew':
      return CREW_NAMES;
    case 'coordinator':
      return DESK_NAMES;
    case 'kelurahan':
      return KELURAHAN_NAMES;
    case 'admin':
      return [];
  }
}

function perform<Name extends StaffCommand['name']>(
  write: CityWrite,
  staff: StaffActor,
  name: Name,
  command: Extract<StaffCommand, { readonly name: Name }>,
): Promise<Result> {
  return HANDLERS[name](write, staff, command);
}

/** Returns the audit entry of a command; `command` is absent where it did not parse. */
function entryOf(result: Result, command: StaffCommand | undefined): NewAuditEntry {
  const outcome = result.ok ? { outcome: 'done' } : { outcome: 'refused', problem: result.problem };
  if (command === undefined) return { action: 'unknown-command', detail: outcome };
  return {
    action: command.name,
    ...('bookingId' in command && command.bookingId !== undefined ? { bookingId: command.bookingId } : {}),
    detail: {
      ...outcome,
      ...('callbackId' in command && command.callbackId !== undefined
        ? { callback: command.callbackId }
        : {}),
      ...('order' in command ? { unit: command.unit, day: command.date, window: command.window } : {}),
      ...('photo' in command ? { photo: command.photo } : {}),
    },
  };
}

function namesOf(
  options: readonly { readonly entries: { readonly name: { readonly literal: string } } }[],
): readonly string[] {
  return options.map(({ entries }) => entries.name.literal);
}

import * as v from 'valibot';
import { commandId } from '../../../contract/scalars';
import {
  type CrewCommand,
  crewCommand,
  type DeskCommand,
  deskCommand,
} from '../../../contract/staff/commands';
import { type StaffCommandResult, staffCommandResult } from '../../../contract/staff/run-sheet';
import { appendAudit, type NewAuditEntry } from '../../db/audit/append-audit';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { contentHash } from './content-hash';
import { performCrew, performDesk } from './perform-staff-command';
import { type StaffActor, type StaffOutcome, type StaffRefusal, staffResultOf } from './staff-outcome';
import { pointerOf, readStored, storeResult } from './stored-result';

const RETRY_AFTER_S = 5;

const commandHead = v.looseObject({ id: commandId, name: v.string() });

const CREW_NAMES = namesOf(crewCommand.options);
const DESK_NAMES = namesOf(deskCommand.options);
const KELURAHAN_NAMES: readonly string[] = ['take-booking', 'add-note'];

/**
 * Runs one command of the staff in one transaction, once, with its entry in the audit: repeated, it gives its stored
 * result. `retry` means that nothing was stored. `raw` is an object with at least a command id and a name.
 */
export async function runStaffCommand(
  context: ServerContext,
  staff: StaffActor,
  raw: unknown,
): Promise<StaffCommandResult> {
  const { id, name } = v.parse(commandHead, raw);
  const owner = `staff:${staff.id}`;
  const hash = contentHash(raw);
  if (hash === undefined) return staffResultOf(id, { problem: 'request-not-valid' });
  try {
    return await writeCity(context, async (write) => {
      const stored = await readStored(write, owner, id);
      if (stored !== undefined) {
        if (stored.content_hash !== hash)
          return staffResultOf(id, { problem: 'command-id-reused', pointer: '/id' });
        return v.parse(staffCommandResult, JSON.parse(stored.result_json));
      }
      const parsed = parse(staff, name, raw);
      const outcome = 'problem' in parsed ? parsed : await perform(write, staff, parsed);
      const result = staffResultOf(id, outcome);
      await storeResult(write, owner, hash, result);
      await appendAudit(write.tx, context, staff, {
        action: 'problem' in parsed ? 'unknown-command' : parsed.name,
        ...('problem' in parsed ? {} : aboutOf(parsed)),
        detail: {
          outcome: result.outcome,
          ...(outcome === undefined ? {} : { problem: outcome.problem }),
          ...('callbackId' in parsed && parsed.callbackId !== undefined
            ? { callback: parsed.callbackId }
            : {}),
          ...('order' in parsed ? { unit: parsed.unit, day: parsed.date, window: parsed.window } : {}),
          ...('photo' in parsed ? { photo: parsed.photo } : {}),
        },
      });
      return result;
    });
  } catch (error) {
    context.report?.(error);
    return { id, outcome: 'retry', retryAfterSeconds: RETRY_AFTER_S };
  }
}

function aboutOf(command: CrewCommand | DeskCommand): Pick<NewAuditEntry, 'bookingId'> {
  if (!('bookingId' in command) || command.bookingId === undefined) return {};
  return { bookingId: command.bookingId };
}

function parse({ role }: StaffActor, name: string, raw: unknown): CrewCommand | DeskCommand | StaffRefusal {
  if (![...CREW_NAMES, ...DESK_NAMES].includes(name)) return { problem: 'command-unknown', pointer: '/name' };
  const schema = role === 'crew' ? crewCommand : deskCommand;
  if (!namesFor(role).includes(name)) return { problem: 'role-forbids', pointer: '/name' };
  const parsed = v.safeParse(schema, raw);
  if (parsed.success) return parsed.output;
  return { problem: 'request-not-valid', pointer: pointerOf(parsed.issues[0].path) };
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

function perform(
  write: CityWrite,
  staff: StaffActor,
  command: CrewCommand | DeskCommand,
): Promise<StaffOutcome> {
  switch (command.name) {
    case 'start-travel':
    case 'arrive-at-home':
    case 'record-visit':
    case 'return-visit':
    case 'add-visit-photo':
      return performCrew(write, staff, command);
    default:
      return performDesk(write, staff, command);
  }
}

function namesOf(
  options: readonly { readonly entries: { readonly name: { readonly literal: string } } }[],
): readonly string[] {
  return options.map(({ entries }) => entries.name.literal);
}

import { createHash } from 'node:crypto';
import type { BookingRequest } from '../../../contract/booking-request';
import type { BookingId } from '../../../domain/booking/booking';
import { runCommand } from '../../commands/run/run-command';
import { runStaffCommand } from '../../commands/run/run-staff-command';
import type { StaffActor } from '../../commands/run/staff-actor';
import { type FoundStaffBooking, findStaffBooking } from '../../db/booking/find-staff-booking';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { deadPhone } from './made-up-request';
import type { Seeded } from './seeded';

/** Acts in the practice city by the same commands as people; each call throws where a command is refused. */
export type PracticeHands = {
  /** Asks for a visit at the instant `atMs`, from a phone of its own. */
  readonly ask: (atMs: number, request: BookingRequest) => Promise<BookingId>;
  readonly cancel: (atMs: number, id: BookingId) => Promise<void>;
  /** Runs a staff command; fills in `revision` for the desk. */
  readonly act: (
    atMs: number,
    staff: StaffActor,
    name: string,
    id: BookingId,
    rest?: object,
  ) => Promise<void>;
  readonly take: (atMs: number, staff: StaffActor, request: BookingRequest) => Promise<BookingId>;
  /** Person `index` asks for a callback. */
  readonly askForCall: (atMs: number, index: number) => Promise<void>;
  readonly readBooking: (id: BookingId) => Promise<FoundStaffBooking>;
};

const CREW_NAMES = ['start-travel', 'arrive-at-home', 'record-visit', 'return-visit', 'add-note'];

export function practiceHands(context: ServerContext, seeded: Seeded): PracticeHands {
  const at = (atMs: number): ServerContext => ({
    ...context,
    clock: () => atMs,
    randomBytes: seeded.bytes,
  });
  const head = (atMs: number) => ({ id: seeded.uuid(), madeAt: new Date(atMs).toISOString() });
  const deviceOf = (id: string) => createHash('sha256').update(`practice/${id}`).digest('base64url');
  const look = (id: BookingId) =>
    writeCity(context, async (write) => {
      const found = await findStaffBooking(write, id);
      if (found === undefined) throw new Error(`practice: there is no booking ${id}`);
      return found;
    });
  const act = async (atMs: number, staff: StaffActor, name: string, id: BookingId, rest: object = {}) => {
    const revision = CREW_NAMES.includes(name) ? {} : { revision: (await look(id)).revision };
    const command = { ...head(atMs), name, bookingId: id, ...revision, ...rest };
    expectDone(name, await runStaffCommand(at(atMs), staff, command));
  };
  return {
    readBooking: look,
    act,
    ask: async (atMs, request) => {
      const bookingId = seeded.uuid() as BookingId;
      const followHash = createHash('sha256').update(seeded.bytes(16)).digest('base64url');
      const command = { ...head(atMs), name: 'submit-booking', bookingId, followHash, request };
      expectDone('submit-booking', await runCommand(at(atMs), deviceOf(bookingId), command));
      return bookingId;
    },
    askForCall: async (atMs, index) => {
      const callbackId = seeded.uuid();
      const person = { name: `Warga Latihan ${index}`, phone: deadPhone(index) };
      const command = { ...head(atMs), name: 'ask-callback', callbackId, person, note: 'Catatan latihan' };
      expectDone('ask-callback', await runCommand(at(atMs), deviceOf(callbackId), command));
    },
    cancel: async (atMs, bookingId) => {
      const command = { ...head(atMs), name: 'cancel-booking', bookingId, reason: 'Latihan: tidak jadi' };
      expectDone('cancel-booking', await runCommand(at(atMs), deviceOf(bookingId), command));
    },
    take: async (atMs, staff, request) => {
      const bookingId = seeded.uuid() as BookingId;
      const channel = staff.role === 'kelurahan' ? 'kelurahan' : 'phone';
      const command = { ...head(atMs), name: 'take-booking', bookingId, request, channel };
      expectDone('take-booking', await runStaffCommand(at(atMs), staff, command));
      return bookingId;
    },
  };
}

function expectDone(name: string, result: { readonly outcome: string }): void {
  if (result.outcome !== 'done') throw new Error(`practice: ${name}: ${JSON.stringify(result)}`);
}

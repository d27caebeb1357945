import type { Command } from '../../../contract/commands';
import type { BookingId } from '../../../domain/booking/booking';
import { seal, unseal } from '../secret/seal';
import type { PhoneStore } from './phone-store';
import type { DeviceRow, OutboxRow } from './rows';

const purposeOf = (row: { readonly id: string }) => `outbox:${row.id}`;

/** Builds the outbox row of a command, ready to be added inside a transaction. */
export async function sealCommand(
  { cryptoKey }: Pick<DeviceRow, 'cryptoKey'>,
  command: Command,
  bookingId?: BookingId,
): Promise<OutboxRow> {
  const sealed = await seal(cryptoKey, purposeOf(command), command);
  return { id: command.id, name: command.name, bookingId, sealed, status: 'waiting' };
}

/** Decrypts the command of a row; `undefined` when it does not decrypt. */
export function openCommand(device: DeviceRow, row: OutboxRow): Promise<Command | undefined> {
  return unseal<Command>(device.cryptoKey, purposeOf(row), row.sealed);
}

/** Counts the commands that the server has not answered yet. */
export function waitingCount(store: PhoneStore): Promise<number> {
  return store.outbox.where('status').equals('waiting').count();
}

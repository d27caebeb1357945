import type { Command } from '../../../contract/commands';
import { MAX_BODY_BYTES } from '../../../contract/version';
import type { BookingId } from '../../../domain/booking/booking';
import { isSameKey } from '../secret/is-same-key';
import { seal, unseal } from '../secret/seal';
import type { PhoneStore } from './phone-store';
import type { DeviceRow, OutboxRow } from './rows';

/** Leaves room for the rest of the request around its commands. */
const BATCH_MAX_BYTES = MAX_BODY_BYTES - 4_096;

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

/**
 * Returns the next commands to send, in order: at most `limit`, within the server's size limit, and one for
 * each visit or callback, so that a cancellation never overtakes a submission that the server asks to have
 * sent again.
 */
export async function readBatch(store: PhoneStore, device: DeviceRow, limit: number): Promise<Command[]> {
  const rows = await store.outbox.orderBy('seq').toArray();
  const batch: Command[] = [];
  let bytes = 0;
  for (const row of firstOfEachVisit(rows)) {
    if (batch.length === limit) break;
    const command = await openCommand(device, row);
    if (command === undefined) {
      if (!(await setAside(store, device, row))) return [];
      continue;
    }
    bytes += new TextEncoder().encode(JSON.stringify(command)).length + 1;
    if (bytes > BATCH_MAX_BYTES && batch.length > 0) break;
    batch.push(command);
  }
  return batch;
}

function firstOfEachVisit(rows: readonly OutboxRow[]): OutboxRow[] {
  const taken = new Set<string>();
  return rows.filter((row) => {
    if (row.status !== 'waiting') return false;
    const key = row.bookingId ?? row.callbackId ?? row.id;
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
}

/**
 * Sets aside a row that does not decrypt, which would block the rest forever. Returns `false` if the phone
 * has another key by now, because a PIN was set meanwhile: then nothing is wrong with the row.
 */
async function setAside(store: PhoneStore, device: DeviceRow, { seq }: OutboxRow): Promise<boolean> {
  return store.transaction('rw', store.meta, store.outbox, async () => {
    if (!(await isSameKey(store, device))) return false;
    if (seq !== undefined) await store.outbox.update(seq, { status: 'unreadable' });
    return true;
  });
}

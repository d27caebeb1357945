import type { CommandId } from '../../contract/scalars';
import type { CrewCommand } from '../../contract/staff/commands';
import type { BookingId, PublicNumber } from '../../domain/booking/booking';
import { makeId } from '../store/engine/make-id';
import { readCrewKey } from './crew-key';
import type { CrewOutboxRow } from './crew-rows';
import type { CrewStore } from './crew-store';
import { openKept, sealKept } from './kept-command';
import { sealRecordDraft } from './record-drafts';
import { formOf } from './record-form';

/** How long a command waits on this phone so that it can be undone. */
export const UNDO_MS = 60_000;

/** A command of the same name and another content waits for this visit. */
export class OtherWaitsError extends Error {
  override readonly name = 'OtherWaitsError';
}

type Without<Command> = Command extends CrewCommand ? Omit<Command, 'id' | 'madeAt' | 'bookingId'> : never;

/** What a crew did, without the ids and the time, which `queueCrewCommand` adds. */
export type NewCrewCommand = Without<CrewCommand>;

export type CommandVisit = {
  readonly id: BookingId;
  readonly number: PublicNumber;
  readonly request: { readonly recipient: { readonly name: string } };
};

/**
 * Keeps what was done at a visit, to be sent after the minute in which it can be undone. Two taps keep one
 * command: only one command of each name waits for a visit, except notes. Keeping a record deletes its draft.
 * Throws `OtherWaitsError` where a command of the same name says something else: another tab kept it. `nowMs`:
 * Unix milliseconds.
 */
export async function queueCrewCommand(
  store: CrewStore,
  visit: CommandVisit,
  added: NewCrewCommand,
  nowMs: number,
): Promise<CommandId> {
  const id = makeId<CommandId>();
  const command: CrewCommand = {
    ...added,
    id,
    madeAt: new Date(nowMs).toISOString(),
    bookingId: visit.id,
  };
  const { cryptoKey } = await readCrewKey(store);
  const kept = { command, number: visit.number, recipientName: visit.request.recipient.name };
  const row: CrewOutboxRow = {
    id,
    name: added.name,
    bookingId: visit.id,
    sealed: await sealKept(cryptoKey, kept),
    notBeforeMs: nowMs + UNDO_MS,
    status: 'waiting',
  };
  const same = await store.transaction('rw', store.outbox, store.drafts, async () => {
    const waiting = await store.outbox.where('bookingId').equals(visit.id).toArray();
    const found = waiting.find(({ name }) => name === added.name && name !== 'add-note');
    if (found !== undefined) return found;
    await store.outbox.add(row);
    if (added.name === 'record-visit') await store.drafts.delete(visit.id);
    return undefined;
  });
  if (same === undefined) return id;
  const before = (await openKept(cryptoKey, same))?.command;
  if (before !== undefined && !saysTheSame(before, command)) {
    throw new OtherWaitsError(`another ${added.name} waits for this visit`);
  }
  return same.id;
}

/** Whether two commands differ in nothing but their ids and times. */
function saysTheSame(one: CrewCommand, other: CrewCommand): boolean {
  const words = ({ id: _id, madeAt: _madeAt, ...rest }: CrewCommand) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return words(one) === words(other);
}

/**
 * "Urungkan": undoes a command unless it has left this phone, or a later command of the same visit waits
 * behind it. A record becomes the draft it was. One transaction decides whether a sender was faster, by the
 * mark that `claimBatch` sets.
 */
export async function undoCrewCommand(store: CrewStore, id: CommandId): Promise<boolean> {
  const row = await store.outbox.where('id').equals(id).first();
  if (row === undefined) return false;
  const command = (await openKept((await readCrewKey(store)).cryptoKey, row))?.command;
  const draft =
    command?.name === 'record-visit'
      ? await sealRecordDraft(store, row.bookingId, formOf(command))
      : undefined;
  return store.transaction('rw', store.outbox, store.drafts, async () => {
    const waiting = await store.outbox.where('bookingId').equals(row.bookingId).sortBy('seq');
    const last = [...waiting].reverse().find(({ name }) => name !== 'add-visit-photo');
    if (last?.id !== id || last.seq === undefined || last.triedAtMs !== undefined) return false;
    await store.outbox.delete(last.seq);
    if (draft !== undefined) await store.drafts.put(draft);
    return true;
  });
}

/** Whether the undo minute is over. A time too far ahead was written before the clock was set back. */
export function isDue({ notBeforeMs }: Pick<CrewOutboxRow, 'notBeforeMs'>, nowMs: number): boolean {
  return notBeforeMs <= nowMs || notBeforeMs > nowMs + UNDO_MS;
}

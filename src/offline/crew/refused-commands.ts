import type { CommandId } from '../../contract/scalars';
import { readCrewKey } from './crew-key';
import type { CrewStore } from './crew-store';
import { openKept } from './kept-command';
import { sealRecordDraft } from './record-drafts';
import { formOf } from './record-form';

/** Deletes a refused command once the person has read why it was refused. */
export async function dropRefused(store: CrewStore, id: CommandId): Promise<void> {
  await store.refused.delete(id);
}

/** Turns a refused record back into a draft with everything that was written. */
export async function editRefusedRecord(store: CrewStore, id: CommandId): Promise<void> {
  const row = await store.refused.get(id);
  const command = row && (await openKept((await readCrewKey(store)).cryptoKey, row))?.command;
  if (row === undefined || command?.name !== 'record-visit') return;
  const draft = await sealRecordDraft(store, row.bookingId, formOf(command));
  await store.transaction('rw', store.refused, store.drafts, async () => {
    await store.refused.delete(id);
    await store.drafts.put(draft);
  });
}

import type { BookingId } from '../../domain/booking/booking';
import { seal, unseal } from '../store/secret/seal';
import { readCrewKey } from './crew-key';
import type { RecordDraftRow } from './crew-rows';
import type { CrewStore } from './crew-store';
import { EMPTY_RECORD, type RecordForm } from './record-form';

const purposeOf = (id: BookingId) => `record:${id}`;

/** Keeps a record while it is filled in, so that a phone call or an empty battery loses nothing. */
export async function keepRecordDraft(store: CrewStore, id: BookingId, form: RecordForm): Promise<void> {
  await store.drafts.put(await sealRecordDraft(store, id, form));
}

/** Reads the record of a visit as far as it was filled in. */
export async function readRecordDraft(store: CrewStore, id: BookingId): Promise<RecordForm> {
  const row = await store.drafts.get(id);
  const { cryptoKey } = await readCrewKey(store);
  return (row && (await unseal<RecordForm>(cryptoKey, purposeOf(id), row.sealed))) ?? EMPTY_RECORD;
}

/** Builds the row of a draft, ready to be written inside a transaction. */
export async function sealRecordDraft(
  store: CrewStore,
  id: BookingId,
  form: RecordForm,
): Promise<RecordDraftRow> {
  const { cryptoKey } = await readCrewKey(store);
  return { bookingId: id, sealed: await seal(cryptoKey, purposeOf(id), form) };
}

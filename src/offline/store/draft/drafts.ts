import type { BookingId } from '../../../domain/booking/booking';
import { EMPTY_REQUEST } from '../../../domain/booking/request-draft';
import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, DraftRow } from '../engine/rows';
import { forgetPhotos } from '../photo/photos';
import { readDevice } from '../secret/device-key';
import { isSameKey } from '../secret/is-same-key';
import { seal, unseal } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import type { Draft, DraftChange } from './draft';

const purposeOf = (id: BookingId) => `drafts:${id}`;

/** Begins a request and keeps it at once. `nowMs`: Unix milliseconds. */
export async function startDraft(store: PhoneStore, nowMs: number, change: DraftChange = {}): Promise<Draft> {
  const draft: Draft = {
    ...EMPTY_REQUEST,
    page: '',
    ...change,
    id: makeId<BookingId>(),
    startedAtMs: nowMs,
    savedAtMs: nowMs,
  };
  const make = (device: DeviceRow) => sealDraft(device, draft, 1);
  await writeSealed(store, [store.drafts], make, (row) => store.drafts.add(row));
  return draft;
}

/**
 * Writes what was typed. Two tabs may write different fields of one draft. Encryption cannot run inside a
 * transaction, so the transaction compares the row's version, and whoever comes second merges into the newer
 * row. A draft that is gone (sent, deleted) stays gone, and the caller keeps elsewhere what was
 * typed. Returns the row's new version; `undefined` where the draft is gone.
 */
export async function changeDraft(
  store: PhoneStore,
  id: BookingId,
  change: DraftChange,
  nowMs: number,
): Promise<number | undefined> {
  for (;;) {
    if ((await keptRow(store, id)) === undefined) return undefined;
    const { row, draft, device } = await readWithDevice(store, id);
    if (row === undefined || draft === undefined) return undefined;
    const next = await sealDraft(device, { ...draft, ...change, id, savedAtMs: nowMs }, row.version + 1);
    const end = await store.transaction('rw', store.meta, store.drafts, async () => {
      const current = await keptRow(store, id);
      if (current === undefined) return 'gone';
      if (current.version !== row.version || !(await isSameKey(store, device))) return 'again';
      await store.drafts.put({ ...current, ...next });
      return 'kept';
    });
    if (end !== 'again') return end === 'kept' ? next.version : undefined;
  }
}

/** Reads the draft as last kept; `undefined` when it was sent or deleted. */
export async function readDraft(store: PhoneStore, id: BookingId): Promise<Draft | undefined> {
  return (await keptRow(store, id)) && (await readWithDevice(store, id)).draft;
}

/** Reads the row of a draft that can be edited; `undefined` too where it is a change that waits for its answer. */
async function keptRow(store: PhoneStore, id: BookingId): Promise<DraftRow | undefined> {
  const row = await store.drafts.get(id);
  return row?.isQueued === true ? undefined : row;
}

type DraftWithDevice = {
  readonly device: DeviceRow;
  readonly row: DraftRow | undefined;
  readonly draft: Draft | undefined;
};

/**
 * Reads a draft together with the key that decrypts it: a PIN set in another tab meanwhile re-encrypts both.
 */
async function readWithDevice(store: PhoneStore, id: BookingId): Promise<DraftWithDevice> {
  for (;;) {
    const device = await readDevice(store);
    const row = await keptRow(store, id);
    const draft = row && (await openDraft(device.cryptoKey, row));
    if (draft !== undefined || row === undefined || (await isSameKey(store, device))) {
      return { device, row, draft };
    }
  }
}

/** Lists all drafts, the last changed first. */
export async function listDrafts(store: PhoneStore): Promise<Draft[]> {
  const rows = await store.drafts.orderBy('savedAtMs').reverse().toArray();
  return rows.length === 0 ? [] : openDrafts((await readDevice(store)).cryptoKey, rows);
}

/** Deletes a draft and its photos. */
export async function deleteDraft(store: PhoneStore, id: BookingId): Promise<void> {
  await store.transaction('rw', store.drafts, store.photos, store.photoBytes, async () => {
    await store.drafts.delete(id);
    await forgetPhotos(store, id);
  });
}

/**
 * Decrypts rows that a live query read; rows of another key (this phone was wiped meanwhile) and changes that
 * wait for their answer are left out.
 */
export async function openDrafts(key: CryptoKey, rows: readonly DraftRow[]): Promise<Draft[]> {
  const kept = rows.filter(({ isQueued }) => isQueued !== true);
  const opened = await Promise.all(kept.map((row) => openDraft(key, row)));
  return opened.filter((draft) => draft !== undefined);
}

/** Builds the row of a draft, ready to be written inside a transaction. */
export async function sealDraft(
  { cryptoKey }: Pick<DeviceRow, 'cryptoKey'>,
  draft: Draft,
  version: number,
): Promise<DraftRow> {
  const sealed = await seal(cryptoKey, purposeOf(draft.id), draft);
  const row = { id: draft.id, savedAtMs: draft.savedAtMs, version, sealed };
  return draft.changeOf === undefined ? row : { ...row, changeOf: draft.changeOf.bookingId };
}

/** Decrypts a draft; `undefined` when it was encrypted under another key. */
export async function openDraft(key: CryptoKey, row: DraftRow): Promise<Draft | undefined> {
  const draft = await unseal<Draft>(key, purposeOf(row.id), row.sealed);
  // A draft of an earlier app version lacks the fields added since.
  return draft && { ...EMPTY_REQUEST, ...draft };
}

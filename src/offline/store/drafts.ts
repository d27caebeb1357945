import type { BookingId } from '../../domain/booking/booking';
import type { Draft, DraftChange } from './draft';
import { makeId } from './make-id';
import type { PhoneStore } from './phone-store';
import { seal, unseal } from './seal';

/** Begins a request and keeps it at once, so that it is found again whatever happens next. */
export async function startDraft(store: PhoneStore, nowMs: number, change: DraftChange = {}): Promise<Draft> {
  const draft: Draft = {
    id: makeId<BookingId>(),
    startedAtMs: nowMs,
    savedAtMs: nowMs,
    page: 'untuk-siapa',
    recipientName: '',
    birthYear: '',
    nik: '',
    needs: [],
    needsNote: '',
    services: [],
    answers: {},
    prepared: [],
    street: '',
    rt: '',
    rw: '',
    landmark: '',
    isAnyTime: false,
    windows: [],
    contactName: '',
    contactPhone: '',
    ...change,
  };
  await putDraft(store, draft);
  return draft;
}

/** Keeps a draft whole; also used to bring back one that the server refused. */
export async function putDraft(store: PhoneStore, draft: Draft): Promise<void> {
  const { id, startedAtMs, savedAtMs } = draft;
  await store.drafts.put({ id, startedAtMs, savedAtMs, sealed: await seal(store, draft) });
}

/**
 * Merges what a page changed, last write wins by field. A draft that is gone (sent, or deleted in
 * another tab) stays gone. Two tabs that save the same draft at once merge one after the other.
 */
export async function changeDraft(
  store: PhoneStore,
  id: BookingId,
  change: DraftChange,
  nowMs: number,
): Promise<void> {
  for (;;) {
    const entry = await store.drafts.get(id);
    if (entry === undefined) return;
    const draft: Draft = { ...(await unseal<Draft>(store, entry.sealed)), ...change, savedAtMs: nowMs };
    const sealed = await seal(store, draft);
    // Written only over what was read: encryption cannot happen inside the transaction.
    const isKept = await store.transaction('rw', store.drafts, async () => {
      const now = await store.drafts.get(id);
      if (now === undefined) return true;
      if (!isSameBytes(now.sealed.nonce, entry.sealed.nonce)) return false;
      await store.drafts.put({ id, startedAtMs: draft.startedAtMs, savedAtMs: nowMs, sealed });
      return true;
    });
    if (isKept) return;
  }
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export async function readDraft(store: PhoneStore, id: BookingId): Promise<Draft | undefined> {
  const entry = await store.drafts.get(id);
  return entry === undefined ? undefined : unseal<Draft>(store, entry.sealed);
}

/** All drafts, the one last saved first. */
export async function listDrafts(store: PhoneStore): Promise<Draft[]> {
  const entries = await store.drafts.orderBy('savedAtMs').reverse().toArray();
  return Promise.all(entries.map((entry) => unseal<Draft>(store, entry.sealed)));
}

export async function deleteDraft(store: PhoneStore, id: BookingId): Promise<void> {
  await store.drafts.delete(id);
}

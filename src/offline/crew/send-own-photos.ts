import * as v from 'valibot';
import { type StaffProblemDetails, staffProblemDetails } from '../../contract/problem';
import type { CrewCommand } from '../../contract/staff/commands';
import { type Fetch, fetchInTime } from '../sync/fetch-in-time';
import type { SyncReport } from '../sync/sync-state';
import { readCrewKey } from './crew-key';
import type { OwnPhotoRow } from './crew-rows';
import type { CrewStore } from './crew-store';
import { sealKept } from './kept-command';
import { openOwnPhoto } from './own-photos';

/** Enough for 300 KB over a line of 40 kbit/s. */
const TIMEOUT_MS = 60_000;

export type SentPhotos = Pick<SyncReport, 'failure'> & {
  readonly sent: number;
  /** The server no longer lets this person send. */
  readonly isShut?: boolean;
};

/**
 * Sends the crew's own photos, one at a time. A photo that the server has gets a command in the outbox that
 * names it; a photo that the server will never accept stays with the reason, to be seen and discarded. Calls
 * `onRound` before each request.
 */
export async function sendOwnPhotos(
  store: CrewStore,
  to: { readonly fetch: Fetch; readonly baseUrl: string; readonly headers: Record<string, string> },
  onRound: () => Promise<void>,
): Promise<SentPhotos> {
  let sent = 0;
  const waiting = (await store.ownPhotos.toArray()).filter(({ problem }) => problem === undefined);
  const { cryptoKey } = await readCrewKey(store);
  for (const row of waiting) {
    const bytes = await openOwnPhoto(cryptoKey, row);
    // A photo that does not decrypt can never be sent.
    if (bytes === undefined) {
      await store.ownPhotos.delete(row.id);
      continue;
    }
    await onRound();
    const answer = await fetchInTime(
      to.fetch,
      `${to.baseUrl}/api/staff/photos/${row.photo}`,
      {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { ...to.headers, 'content-type': 'image/jpeg' },
        body: bytes,
      },
      { atLeastMs: TIMEOUT_MS },
    );
    if (answer.status === undefined) return { sent, failure: answer.why };
    if (answer.status === 200 || answer.status === 201) {
      await nameByCommand(store, cryptoKey, row);
      sent += 1;
      continue;
    }
    const problem = v.safeParse(staffProblemDetails, answer.body);
    if (!problem.success || isPassing(answer.status)) {
      const isShut = answer.status === 401 || answer.status === 403;
      return { sent, failure: 'server', ...(isShut ? { isShut } : {}) };
    }
    await setAside(store, row, problem.output);
  }
  return { sent };
}

/** Whether the next try may go differently; a photo that arrived broken is sent again too. */
function isPassing(status: number): boolean {
  return (
    status === 401 || status === 403 || status === 408 || status === 409 || status === 429 || status >= 500
  );
}

async function setAside(store: CrewStore, row: OwnPhotoRow, problem: StaffProblemDetails): Promise<void> {
  await store.ownPhotos.update(row.id, { problem: problem.code });
}

async function nameByCommand(store: CrewStore, key: CryptoKey, row: OwnPhotoRow): Promise<void> {
  const { id, bookingId, number, photo, kind, consentedAtMs, takenAtMs } = row;
  const command: CrewCommand = {
    id,
    name: 'add-visit-photo',
    madeAt: new Date(takenAtMs).toISOString(),
    bookingId,
    photo,
    kind,
    consentedAt: new Date(consentedAtMs).toISOString(),
  };
  const sealed = await sealKept(key, { command, number, recipientName: '' });
  await store.transaction('rw', store.outbox, store.ownPhotos, async () => {
    // If the crew discarded the photo while it was being sent, no command names it and the server deletes it.
    if ((await store.ownPhotos.get(id)) === undefined) return;
    await store.ownPhotos.delete(id);
    await store.outbox.add({
      id,
      name: command.name,
      bookingId,
      sealed,
      // The crew could discard the photo until now, so no undo minute follows.
      notBeforeMs: 0,
      status: 'waiting',
    });
  });
}

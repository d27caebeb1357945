import type { CrewCommand } from '../../contract/staff/commands';
import { MAX_BODY_BYTES } from '../../contract/version';
import type { CrewKeyRow, CrewOutboxRow } from './crew-rows';
import type { CrewStore } from './crew-store';
import { openKept } from './kept-command';
import { isDue } from './queue-command';

/** Leaves room for the rest of the request around its commands. */
const BATCH_MAX_BYTES = MAX_BODY_BYTES - 4_096;

/**
 * Returns the next commands to send, in order: those whose undo minute is over, at most `limit`, within the
 * server's size limit, and one for each visit, so that an arrival never overtakes a departure that the server
 * asks to have sent again.
 */
export async function readCrewBatch(
  store: CrewStore,
  key: CrewKeyRow,
  limit: number,
  nowMs: number,
): Promise<CrewCommand[]> {
  const batch: CrewCommand[] = [];
  let bytes = 0;
  for (const row of await dueRows(store, nowMs)) {
    if (batch.length === limit) break;
    const kept = await openKept(key.cryptoKey, row);
    if (kept === undefined) {
      // A row that does not decrypt would block the rest forever.
      if (row.seq !== undefined) await store.outbox.update(row.seq, { status: 'unreadable' });
      continue;
    }
    bytes += new TextEncoder().encode(JSON.stringify(kept.command)).length + 1;
    if (bytes > BATCH_MAX_BYTES && batch.length > 0) break;
    batch.push(kept.command);
  }
  return batch;
}

/** Returns the first waiting row of each visit if its undo minute is over, and all photos that are due. */
export async function dueRows(store: CrewStore, nowMs: number): Promise<CrewOutboxRow[]> {
  const rows = await store.outbox.orderBy('seq').toArray();
  const taken = new Set<string>();
  return rows.filter((row) => {
    if (row.status !== 'waiting') return false;
    // A photo is not one of the ordered steps of its visit.
    if (row.name === 'add-visit-photo') return isDue(row, nowMs);
    if (taken.has(row.bookingId)) return false;
    taken.add(row.bookingId);
    return isDue(row, nowMs);
  });
}

import { watchOpened } from '../store/engine/watch-opened';
import { unseal } from '../store/secret/seal';
import { NOTHING_CHANGED } from './changed-visits';
import type { CrewOutboxRow, RefusedRow, Sheet, SheetRow } from './crew-rows';
import type { CrewStore } from './crew-store';
import { openKept } from './kept-command';
import { type PendingCommand, type RefusedCommand, type ShownSheet, showSheet } from './shown-sheet';
import { NO_ORDER } from './visit-order';

export const SHEET_PURPOSE = 'sheet';

/**
 * Watches the run sheet with everything that waits on this phone: calls back now and after each change, from
 * any tab; with `undefined` while the server has given no sheet.
 */
export function watchSheet(
  store: CrewStore,
  onValue: (sheet: ShownSheet | undefined) => void,
  onError: (error: unknown) => void,
): () => void {
  return watchOpened(() => readRows(store), openRows, onValue, onError);
}

/** Watches how many commands the server has not answered: calls back now and after each change. */
export function watchUnsent(
  store: CrewStore,
  onValue: (count: number) => void,
  onError: (error: unknown) => void,
): () => void {
  return watchOpened(
    () => store.outbox.count(),
    (count) => Promise.resolve(count),
    onValue,
    onError,
  );
}

async function readRows(store: CrewStore) {
  const [key, sheet, order, changed] = await store.meta.bulkGet(['crew-key', 'sheet', 'order', 'changed']);
  return {
    key: key?.key === 'crew-key' ? key.cryptoKey : undefined,
    sheet: sheet?.key === 'sheet' ? sheet : undefined,
    order: order?.key === 'order' ? order : NO_ORDER,
    changed: changed?.key === 'changed' ? changed : NOTHING_CHANGED,
    outbox: await store.outbox.orderBy('seq').toArray(),
    refused: await store.refused.toArray(),
  };
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function openRows({
  key,
  sheet: row,
  order,
  changed,
  outbox,
  refused,
}: Rows): Promise<ShownSheet | undefined> {
  if (key === undefined || row === undefined) return undefined;
  const sheet = await openSheet(key, row);
  if (sheet === undefined) return undefined;
  return showSheet({
    sheet,
    atMs: row.atMs,
    pending: await openPending(key, outbox),
    refused: await openRefused(key, refused),
    order,
    changed,
  });
}

export function openSheet(key: CryptoKey, row: SheetRow): Promise<Sheet | undefined> {
  return unseal<Sheet>(key, SHEET_PURPOSE, row.sealed);
}

async function openPending(key: CryptoKey, rows: readonly CrewOutboxRow[]): Promise<PendingCommand[]> {
  const opened = await Promise.all(
    rows.map(async (row, index) => {
      const kept = await openKept(key, row);
      if (kept === undefined) return [];
      const isLast = !rows
        .slice(index + 1)
        .some(({ bookingId, name }) => bookingId === row.bookingId && name !== 'add-visit-photo');
      const canUndo = isLast && row.triedAtMs === undefined;
      return [{ ...kept, canUndo, notBeforeMs: row.notBeforeMs }];
    }),
  );
  return opened.flat();
}

async function openRefused(key: CryptoKey, rows: readonly RefusedRow[]): Promise<RefusedCommand[]> {
  const opened = await Promise.all(
    rows.map(async (row) => {
      const kept = await openKept(key, row);
      return kept === undefined ? [] : [{ ...kept, problem: row.problem, atMs: row.atMs }];
    }),
  );
  return opened.flat();
}

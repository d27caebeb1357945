import { Dexie, type Table } from 'dexie';
import { hasBeenOpen, noteOpened, noteTrouble, noteWorking } from './store-health';
import { storeTrouble } from './store-trouble';

/** The connection was lost again right after the database had been opened once more. */
class LostError extends Error {
  override readonly name = 'LostError';
}

type Attempt<Result> = () => PromiseLike<Result>;
/** Every use of a table outside an explicit transaction passes through `_trans` (Dexie 4). */
type TableUse = (this: Table, mode: string | null, ...rest: readonly unknown[]) => PromiseLike<unknown>;

/** Reopenings under way: all that met the lost connection waits for the same one. */
const reopenings = new WeakMap<Dexie, PromiseLike<unknown>>();

/**
 * Makes a database survive the loss of its connection, and tells `watchTrouble` of everything that still
 * fails. Safari ends the process behind IndexedDB when memory is short or the app was out of sight; from then
 * on every use of the open database throws UnknownError or InvalidStateError, or aborts its transaction,
 * until the page opens the database again. Whatever fails like that is done once more over a new connection:
 * the browser has committed nothing of a transaction that it could not finish.
 */
export function keepOpen(store: Dexie): void {
  const tables: object = store.Table.prototype;
  if (!hasUse(tables)) throw new Error('this version of Dexie uses its tables in another way');
  const useTable = tables._trans;
  tables._trans = function (mode, ...rest) {
    const attempt = () => useTable.call(this, mode, ...rest);
    return isInside(store) ? attempt() : twice(store, mode === 'readwrite', attempt);
  };
  const useTables: (...rest: never[]) => PromiseLike<unknown> = store.transaction;
  const transaction = (mode: string, ...rest: readonly unknown[]) => {
    const attempt = (): PromiseLike<unknown> => Reflect.apply(useTables, store, [mode, ...rest]);
    return isInside(store) ? attempt() : twice(store, mode.startsWith('rw'), attempt);
  };
  // The overloads differ in how many tables they take; all arguments pass through as they came.
  store.transaction = transaction as Dexie['transaction'];
  store.on('ready', () => noteOpened(store), true);
}

/** Opens the database; once more where its connection is lost meanwhile. */
export function openTwice(store: Dexie): PromiseLike<unknown> {
  return twice(store, false, () => store.open());
}

function hasUse(tables: object): tables is { _trans: TableUse } {
  return '_trans' in tables && typeof tables._trans === 'function';
}

/** Whether a transaction of this database is under way: only the whole of it can be done once more. */
function isInside(store: Dexie): boolean {
  const current: { readonly db: Dexie } | null | undefined = Dexie.currentTransaction;
  return current?.db === store;
}

/** Chains on Dexie's own promises, which keep a live query joined to what it reads. */
function twice<Result>(store: Dexie, isWrite: boolean, attempt: Attempt<Result>): PromiseLike<Result> {
  const connection = store.backendDB();
  const done = (result: Result) => {
    noteWorking(store, isWrite);
    return result;
  };
  const failed = (error: unknown): never => {
    noteTrouble(store, storeTrouble(error));
    throw error;
  };
  return attempt().then(done, (error: unknown) => {
    if (!isLost(store, error)) return failed(error);
    return reopen(store, connection)
      .then(attempt)
      .then(done, (again: unknown) =>
        failed(
          isLost(store, again) ? new LostError('the connection was lost twice', { cause: again }) : again,
        ),
      );
  });
}

/** `InvalidStateError` at the first opening means that the browser refuses; later, that it closed. */
function isLost(store: Dexie, error: unknown): boolean {
  const trouble = storeTrouble(error);
  return trouble === 'lost' || (trouble === 'refused' && hasBeenOpen(store));
}

/** Opens a new connection, unless somebody has replaced the lost one already. */
function reopen(store: Dexie, lost: IDBDatabase | null): PromiseLike<unknown> {
  const under = reopenings.get(store);
  if (under !== undefined) return under;
  const current = store.backendDB();
  if (current !== null && current !== lost) return Dexie.Promise.resolve();
  store.close({ disableAutoOpen: false });
  const opening = store.open().finally(() => reopenings.delete(store));
  reopenings.set(store, opening);
  return opening;
}

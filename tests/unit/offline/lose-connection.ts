import { IDBFactory } from 'fake-indexeddb';

/** How a lost connection shows: when a transaction begins, while one is under way, or at every opening too. */
export type LossWay = 'at the beginning' | 'under way';

const WORDS = 'Connection to Indexed Database server lost. Refresh the page to try again';

/**
 * A disk whose connections can be lost as in Safari: each database that was open then fails at every use
 * until the page opens it again; `refuseOpening` makes opening fail too.
 */
export function fragileDisk() {
  const indexedDB = new IDBFactory();
  let [epoch, opened, isRefusing] = [0, 0, false];
  let way: LossWay = 'at the beginning';
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (name, version) => {
    if (isRefusing) throw new DOMException(WORDS, 'UnknownError');
    const request = open(name, version);
    const mine = epoch;
    opened += 1;
    request.addEventListener('success', () => {
      const { result } = request;
      const begin = result.transaction.bind(result);
      result.transaction = (stores, mode) => {
        if (mine === epoch) return begin(stores, mode);
        if (way === 'at the beginning') throw new DOMException(WORDS, 'UnknownError');
        const transaction = begin(stores, mode);
        // The first request of the transaction is made, and then the browser gives up.
        queueMicrotask(() => transaction.abort());
        return transaction;
      };
    });
    return request;
  };
  return {
    indexedDB,
    lose: (how: LossWay) => {
      epoch += 1;
      way = how;
    },
    refuseOpening: (is: boolean) => {
      isRefusing = is;
    },
    /** How often the database was opened. */
    openings: () => opened,
  };
}

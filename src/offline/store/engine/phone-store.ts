import { Dexie, type Table } from 'dexie';
import type { BookingId } from '../../../domain/booking/booking';
import type { CallbackId } from '../../../domain/people/callback';
import type { CallbackStored } from '../callback/callback';
import type { FamilyPersonId } from '../family/person';
import type { PhotoBytesRow, PhotoId, PhotoRow } from '../photo/photo';
import { STORE_NAME } from './has-phone-store';
import { keepOpen, openTwice } from './keep-open';
import { MIGRATIONS } from './migrations';
import type { AvailabilityRow, DraftRow, FamilyRow, MetaRow, OutboxRow, VisitRow } from './rows';
import { noteTrouble } from './store-health';

/** On disk Dexie multiplies its version numbers by ten. */
const DISK_VERSION_FACTOR = 10;

/** A newer app than this one made the database on disk. */
class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

/** Another tab holds an older version open and does not release it. */
class BlockedError extends Error {
  override readonly name = 'BlockedError';
}

/** The browser removed the database while a page was open. */
class EvictedError extends Error {
  override readonly name = 'EvictedError';
}

/** Everything that this phone keeps. Rows are encrypted where they hold anything personal. */
export class PhoneStore extends Dexie {
  declare readonly meta: Table<MetaRow, string>;
  declare readonly drafts: Table<DraftRow, BookingId>;
  declare readonly bookings: Table<VisitRow, BookingId>;
  declare readonly outbox: Table<OutboxRow, number>;
  declare readonly callbacks: Table<CallbackStored, CallbackId>;
  declare readonly photos: Table<PhotoRow, PhotoId>;
  declare readonly photoBytes: Table<PhotoBytesRow, PhotoId>;
  declare readonly availability: Table<AvailabilityRow, string>;
  declare readonly family: Table<FamilyRow, FamilyPersonId>;
}

export type StoreOptions = {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
};

/**
 * Returns the phone's database, which opens at its first use. `storeTrouble` tells apart the errors of any
 * use.
 */
export function openPhoneStore(options: StoreOptions = {}): PhoneStore {
  const { name = STORE_NAME, ...dependencies } = options;
  const store = new PhoneStore(name, dependencies);
  for (const { version, stores } of MIGRATIONS) store.version(version).stores({ ...stores });
  refuseNewer(store);
  refuseEmptied(store);
  keepOpen(store);
  return store;
}

/**
 * Makes an older app refuse a newer database. Dexie 4 would open it, and the older app would write rows that
 * the newer one cannot read. The check is sticky, since Dexie reopens by itself, for instance after another
 * tab's upgrade.
 */
export function refuseNewer(store: Dexie): void {
  const judge = () => {
    if (store.backendDB().version > store.verno * DISK_VERSION_FACTOR) {
      store.close();
      throw new NewerVersionError(`database ${store.name} was made by a newer app`);
    }
  };
  store.on('ready', judge, true);
}

/**
 * Refuses a database that was open in this page and has to be created again: the browser removed it, so it
 * must not pass for a new one.
 */
function refuseEmptied(store: Dexie): void {
  let wasOpen = false;
  let isMade = false;
  store.on('populate', () => {
    isMade = true;
  });
  const judge = () => {
    if (wasOpen && isMade) {
      store.close();
      throw new EvictedError(`database ${store.name} is gone, an empty one was made`);
    }
    wasOpen = true;
    isMade = false;
  };
  store.on('ready', judge, true);
}

/**
 * Opens the database at once. Rejects with `BlockedError` when another tab's older version is in the way,
 * instead of waiting.
 */
export async function openOrTell(store: Dexie): Promise<void> {
  const blocked = new Promise<never>((_, reject) => {
    store.on('blocked', () => {
      noteTrouble(store, 'blocked');
      reject(new BlockedError('another tab holds an older version open'));
    });
  });
  await Promise.race([openTwice(store), blocked]);
}

import { Dexie, type Table } from 'dexie';
import type { BookingId } from '../../../domain/booking/booking';
import type { CallbackId } from '../../../domain/people/callback';
import type { CallbackStored } from '../callback/callback';
import type { FamilyPersonId } from '../family/person';
import type { PhotoBytesRow, PhotoId, PhotoRow } from '../photo/photo';
import { STORE_NAME } from './has-phone-store';
import { MIGRATIONS } from './migrations';
import type { AvailabilityRow, DraftRow, FamilyRow, MetaRow, OutboxRow, VisitRow } from './rows';

/** Dexie keeps its version numbers times ten on disk. */
const DISK_VERSION_FACTOR = 10;

/** The database on disk was made by a newer app than this one. */
class NewerVersionError extends Error {
  override readonly name = 'NewerVersionError';
}

/** Another tab holds an older version open and does not let go. */
class BlockedError extends Error {
  override readonly name = 'BlockedError';
}

/** The browser removed the database under an open page. */
class EvictedError extends Error {
  override readonly name = 'EvictedError';
}

/** All that this phone keeps. Rows are ciphertext where they hold anything personal. */
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

/** The phone's database, opened at its first use. Failures of any use are told apart by `storeTrouble`. */
export function openPhoneStore(options: StoreOptions = {}): PhoneStore {
  const { name = STORE_NAME, ...dependencies } = options;
  const store = new PhoneStore(name, dependencies);
  for (const { version, stores } of MIGRATIONS) store.version(version).stores({ ...stores });
  refuseNewer(store);
  refuseEmptied(store);
  return store;
}

/**
 * Dexie 4 opens a newer database all the same; an older app would write rows the newer one cannot read. Sticky, since
 * Dexie opens again by itself, as after another tab's upgrade.
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

/** A database that was open in this page and has to be made again was removed by the browser: never taken for a new one. */
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

/** Opens at once. Rejects with `BlockedError` when another tab's older version stands in the way, instead of waiting. */
export async function openOrTell(store: Dexie): Promise<void> {
  const blocked = new Promise<never>((_, reject) => {
    store.on('blocked', () => reject(new BlockedError('another tab holds an older version open')));
  });
  await Promise.race([store.open(), blocked]);
}

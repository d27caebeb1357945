import { Dexie, type DexieOptions, type EntityTable } from 'dexie';
import type { AvailabilityEntry, BookingEntry, DraftEntry, MetaEntry, OutboxEntry } from './entries';
import { declareVersions } from './migrations';

/** The phone's own database. Everything personal in it is ciphertext (`seal.ts`). */
export class PhoneStore extends Dexie {
  declare readonly meta: EntityTable<MetaEntry, 'key'>;
  declare readonly drafts: EntityTable<DraftEntry, 'id'>;
  declare readonly bookings: EntityTable<BookingEntry, 'id'>;
  declare readonly outbox: EntityTable<OutboxEntry, 'seq'>;
  declare readonly availability: EntityTable<AvailabilityEntry, 'key'>;

  constructor(name: string, options: DexieOptions) {
    super(name, options);
    declareVersions(this);
  }
}

export type StoreOptions = {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
};

/** The store of this phone; the database itself opens with the first read or write. */
export function openPhoneStore({ name = 'mpp-mobile', ...factories }: StoreOptions = {}): PhoneStore {
  return new PhoneStore(name, factories);
}

import { Dexie, type Table } from 'dexie';
import type { CommandId } from '../../contract/scalars';
import type { BookingId } from '../../domain/booking/booking';
import type { PhotoDigest } from '../../domain/photo/photo';
import type { StaffId } from '../../domain/staff/role';
import { keepOpen } from '../store/engine/keep-open';
import { refuseNewer, type StoreOptions } from '../store/engine/phone-store';
import { CREW_MIGRATIONS } from './crew-migrations';
import type {
  CrewMetaRow,
  CrewOutboxRow,
  KeptPhotoRow,
  OwnPhotoRow,
  RecordDraftRow,
  RefusedRow,
  SentRow,
} from './crew-rows';

/** The name of a crew database is this prefix and the person's id. */
export const CREW_STORE_PREFIX = 'mpp-crew-';

/** What a phone keeps for one member of a crew. */
export class CrewStore extends Dexie {
  declare readonly meta: Table<CrewMetaRow, string>;
  declare readonly outbox: Table<CrewOutboxRow, number>;
  declare readonly refused: Table<RefusedRow, CommandId>;
  declare readonly sent: Table<SentRow, CommandId>;
  declare readonly drafts: Table<RecordDraftRow, BookingId>;
  declare readonly photos: Table<KeptPhotoRow, [BookingId, PhotoDigest]>;
  declare readonly ownPhotos: Table<OwnPhotoRow, CommandId>;
  readonly staffId: StaffId;

  constructor(staffId: StaffId, options: Omit<StoreOptions, 'name'>) {
    super(`${CREW_STORE_PREFIX}${staffId}`, options);
    this.staffId = staffId;
  }
}

/**
 * Opens the database of one member of a crew. On a shared phone each person has their own: what they record
 * offline is decrypted and sent only while they are signed in.
 */
export function openCrewStore(staffId: StaffId, options: Omit<StoreOptions, 'name'> = {}): CrewStore {
  const store = new CrewStore(staffId, options);
  for (const { version, stores } of CREW_MIGRATIONS) store.version(version).stores({ ...stores });
  refuseNewer(store);
  keepOpen(store);
  return store;
}

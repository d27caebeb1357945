import type { OfferedWindow } from '../../../contract/booking-row';
import type { PublicNumber } from '../../../domain/booking/booking';

/**
 * What became of a visit when the server's database was put back to a backup; the words are under
 * `put-back.<note>`. `asked-again`, `change-again`, `date-again`, `cancel-again`, `erase-again`, `photos-again`: this phone
 * has sent it again. The rest could not be brought back from here: `not-asked` the request itself, `nik` the
 * NIK (only its end is kept here), `photos` and `followers` those that only the server had, `desk-cancel`,
 * `desk` and `records` what desk or crew did, `date` a date that is too near or past.
 */
export type PutBackNote =
  | 'asked-again'
  | 'change-again'
  | 'date-again'
  | 'cancel-again'
  | 'erase-again'
  | 'photos-again'
  | 'not-asked'
  | 'nik'
  | 'photos'
  | 'followers'
  | 'desk-cancel'
  | 'desk'
  | 'records'
  | 'date';

/** Shown at a visit until it was read. */
export type VisitPutBack = {
  readonly notes: readonly PutBackNote[];
  /** The number and date that this phone last knew. */
  readonly number?: PublicNumber | undefined;
  readonly scheduled?: OfferedWindow | undefined;
};

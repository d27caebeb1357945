import type { BookingRow } from '../../../contract/booking-row';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { PhotoId, PhotoRow } from '../../../offline/store/photo/photo';
import type { Visit } from '../../../offline/store/visit/visit';

/** Where a photo is; the words are under `photos.state.<state>`. */
export type ShownPhotoState =
  | 'kept'
  | 'waiting'
  | 'wifi'
  | 'sent'
  | 'readable'
  | 'unreadable'
  | 'refused'
  | 'lost';

export type ShownPhoto = {
  /** Unique within one booking. */
  readonly photo: PhotoDigest;
  readonly requirementId: RequirementId;
  readonly state: ShownPhotoState;
  /** Absent once this phone no longer has the photo. */
  readonly local?: PhotoRow | undefined;
  /** What the desk says about the photo. */
  readonly words?: string | undefined;
};

type Known = NonNullable<BookingRow['photos']>[number];

export type Waits = {
  /** Absent for a draft. */
  readonly visit: Visit | undefined;
  /** Whether photos wait for Wi-Fi and the phone is on another connection or does not tell which. */
  readonly isWaitingForWifi: boolean;
};

/**
 * Returns all photos of a draft or visit: first those of this phone with the desk's judgement, then those
 * that only the server has.
 */
export function shownPhotos(rows: readonly PhotoRow[], waits: Waits): ShownPhoto[] {
  const known = new Map<PhotoDigest, Known>(
    (waits.visit?.row?.photos ?? []).map((photo) => [photo.photo, photo]),
  );
  const shown: ShownPhoto[] = [];
  for (const row of rows) {
    const judged = known.get(row.photo);
    known.delete(row.photo);
    if (row.status === 'removing') continue;
    shown.push({
      photo: row.photo,
      requirementId: row.requirementId,
      state: stateOf(row, judged, waits),
      local: row,
      words: judged?.words,
    });
  }
  for (const { photo, requirementId, state, words } of known.values()) {
    shown.push({ photo, requirementId, state: state === 'received' ? 'sent' : state, words });
  }
  return shown;
}

function stateOf(
  row: PhotoRow,
  judged: Known | undefined,
  { visit, isWaitingForWifi }: Waits,
): ShownPhotoState {
  if (judged !== undefined) return judged.state === 'received' ? 'sent' : judged.state;
  if (row.status === 'refused' || row.status === 'sent' || row.status === 'lost') return row.status;
  if (visit === undefined) return 'kept';
  return isWaitingForWifi && row.status === 'kept' && row.isUrged !== true ? 'wifi' : 'waiting';
}

/**
 * Returns the address of the page that takes a photo for a requirement: an additional photo, or one instead
 * of `insteadOf`. A photo that this phone does not have is named by its digest.
 */
export function takePath(
  bookingId: string,
  requirementId: RequirementId,
  insteadOf?: PhotoId | PhotoDigest,
): string {
  const path = `/foto/${bookingId}/${encodeURIComponent(requirementId)}`;
  return insteadOf === undefined ? path : `${path}?ganti=${insteadOf}`;
}

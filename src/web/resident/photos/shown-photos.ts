import type { BookingRow } from '../../../contract/booking-row';
import type { RequirementId } from '../../../domain/catalogue/service';
import type { PhotoDigest } from '../../../domain/photo/photo';
import type { PhotoId, PhotoRow } from '../../../offline/store/photo/photo';
import type { Visit } from '../../../offline/store/visit/visit';

/** Where a photo is; said in words under `photos.state.<state>`. */
export type ShownPhotoState = 'kept' | 'waiting' | 'wifi' | 'sent' | 'readable' | 'unreadable' | 'refused';

export type ShownPhoto = {
  /** No two of one booking are the same. */
  readonly photo: PhotoDigest;
  readonly requirementId: RequirementId;
  readonly state: ShownPhotoState;
  /** Absent where this phone does not have it any more. */
  readonly local?: PhotoRow | undefined;
  /** What the desk says about it. */
  readonly words?: string | undefined;
};

type Known = NonNullable<BookingRow['photos']>[number];

export type Waits = {
  /** Absent while it is a draft. */
  readonly visit: Visit | undefined;
  /** Only Wi-Fi is wanted, and this is none, or the phone does not tell. */
  readonly isWaitingForWifi: boolean;
};

/** All photos of a draft or visit: those of this phone, with what the desk made of them, then what the server has besides. */
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
  if (row.status === 'refused' || row.status === 'sent') return row.status;
  if (visit === undefined) return 'kept';
  return isWaitingForWifi && row.status === 'kept' && row.isUrged !== true ? 'wifi' : 'waiting';
}

/**
 * Address of the page that takes a photo of a paper, in the place of another one or besides. One that this phone does not
 * have is named by what the server knows it by.
 */
export function takePath(
  bookingId: string,
  requirementId: RequirementId,
  insteadOf?: PhotoId | PhotoDigest,
): string {
  const path = `/foto/${bookingId}/${encodeURIComponent(requirementId)}`;
  return insteadOf === undefined ? path : `${path}?ganti=${insteadOf}`;
}

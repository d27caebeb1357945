import type { BookingRow } from '../../../../contract/booking-row';
import type { BookingId } from '../../../../domain/booking/booking';
import type { PhotoRow } from '../../../../offline/store/photo/photo';
import { watchPhotos } from '../../../../offline/store/photo/watch-photos';
import { usePhone } from './phone-context';
import { useWatched } from './use-watched';

type Known = NonNullable<BookingRow['photos']>;

/**
 * The state of a draft's or visit's photos. A state that the resident must act on comes first, and `count`
 * counts only photos in that state.
 */
export type PhotoStanding = { readonly is: 'again' | 'kept' | 'sent' | 'none'; readonly count: number };

/**
 * Returns the state of a draft's or visit's photos, as it changes. `known`: the photos that the server has.
 */
export function usePhotoStanding(id: BookingId, known: Known = []): PhotoStanding {
  const { store } = usePhone();
  const { value: rows = [] } = useWatched<PhotoRow[]>(
    (value, error) => watchPhotos(store, id, value, error),
    [store, id],
  );
  return standingOf(rows, known);
}

function standingOf(rows: readonly PhotoRow[], known: Known): PhotoStanding {
  const removing = new Set(rows.flatMap((row) => (row.status === 'removing' ? row.photo : [])));
  const there = known.filter(({ photo }) => !removing.has(photo));
  const again =
    there.filter(({ state }) => state === 'unreadable').length +
    rows.filter(({ status }) => status === 'refused' || status === 'lost').length;
  if (again > 0) return { is: 'again', count: again };
  const kept = rows.filter(({ status }) => status === 'kept' || status === 'arrived').length;
  if (kept > 0) return { is: 'kept', count: kept };
  const ids = new Set(there.map(({ photo }) => photo));
  const sent = ids.size + rows.filter((row) => row.status === 'sent' && !ids.has(row.photo)).length;
  return { is: sent > 0 ? 'sent' : 'none', count: sent };
}

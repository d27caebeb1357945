import type { BookingRow } from '../../../contract/booking-row';
import type { BookingId } from '../../../domain/booking/booking';
import type { PhotoRow } from '../../../offline/store/photo';
import { watchPhotos } from '../../../offline/store/watch-photos';
import { type Translate, useWords } from '../../copy/words';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { usePhone } from './phone-context';
import { useWatched } from './use-watched';

type Known = NonNullable<BookingRow['photos']>;

/** The way to the photos of a draft's or visit's papers, and how they stand. `known`: what the server has. */
export function PhotosLink({ id, known }: { id: BookingId; known?: Known | undefined }) {
  const { t } = useWords();
  const { store } = usePhone();
  const { value: rows = [] } = useWatched<PhotoRow[]>(
    (value, error) => watchPhotos(store, id, value, error),
    [store, id],
  );
  return (
    <LinkRows
      rows={[
        { to: `/foto/${id}`, title: t('photo-link.title'), hint: hintOf(rows, known ?? [], t), icon: 'camera' },
      ]}
    />
  );
}

/** What asks for something comes first. */
function hintOf(rows: readonly PhotoRow[], known: Known, t: Translate): string {
  const removing = new Set(rows.flatMap((row) => (row.status === 'removing' ? row.photo : [])));
  const there = known.filter(({ photo }) => !removing.has(photo));
  const toRepeat =
    there.filter(({ state }) => state === 'unreadable').length +
    rows.filter(({ status }) => status === 'refused').length;
  if (toRepeat > 0) return t('photo-link.again', { count: toRepeat });
  const waiting = rows.filter(({ status }) => status === 'kept' || status === 'arrived').length;
  if (waiting > 0) return t('photo-link.kept', { count: waiting });
  const arrived = there.length + rows.filter((row) => row.status === 'sent' && !isAmong(there, row)).length;
  return arrived > 0 ? t('photo-link.sent', { count: arrived }) : t('photo-link.none');
}

function isAmong(known: Known, row: PhotoRow): boolean {
  return known.some(({ photo }) => photo === row.photo);
}

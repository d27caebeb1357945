import type { BookingId } from '../../../domain/booking/booking';
import { useWords } from '../../copy/words';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { usePhotoStanding } from '../shell/phone/use-photo-standing';

/** Links to the photos of the requirements. Photos are optional. */
export function DraftPhotosLink({ id }: { id: BookingId }) {
  const { t } = useWords();
  const { is, count } = usePhotoStanding(id);
  const hint = t(`photo-link.${is}`, { count });
  return <LinkRows rows={[{ to: `/foto/${id}`, title: t('photo-link.title'), hint, icon: 'camera' }]} />;
}

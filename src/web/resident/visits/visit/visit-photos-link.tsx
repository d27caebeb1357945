import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { usePhotoStanding } from '../../shell/phone/use-photo-standing';

/** Links to the photos of the requirements, and says their state. */
export function VisitPhotosLink({ visit: { id, row } }: { visit: Visit }) {
  const { t } = useWords();
  const { is, count } = usePhotoStanding(id, row?.photos);
  const hint = t(`photo-link.${is}`, { count });
  return <LinkRows rows={[{ to: `/foto/${id}`, title: t('photo-link.title'), hint, icon: 'camera' }]} />;
}

import { Link } from 'react-router-dom';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { inRequirementOrder, PHOTO_TONES, photoTitle } from '../../shell/photo/photo-words';
import { useStaff } from '../../shell/session/staff-context';
import { photoPath, STEPS, visitPath } from '../sheet-paths';
import { OwnPhotoLine } from './own-photo-line';
import { useOwnPhotos } from './use-own-photos';

/** Lists the photos that the resident sent and the crew's own. Photos fetched ahead open offline. */
export function VisitPhotos({ visit }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { city } = useStaff();
  const own = useOwnPhotos(visit.id) ?? [];
  const photos = inRequirementOrder(visit.photos ?? [], city);
  return (
    <section className="visit-part" aria-labelledby="part-photos">
      <h2 id="part-photos">{t('staff-photo.title', { count: photos.length + own.length })}</h2>
      {photos.length + own.length > 0 && (
        <ul className="visit-lines">
          {photos.map((photo) => (
            <li className="visit-photo" key={photo.photo}>
              <Link className="visit-photo__link" to={photoPath(visit.id, photo.photo)}>
                {photoTitle(photo, city, t)}
              </Link>
              {photo.kind === 'document' && (
                <StatusTag tone={PHOTO_TONES[photo.state]}>{t(`staff-photo.state.${photo.state}`)}</StatusTag>
              )}
            </li>
          ))}
          {own.map((photo) => (
            <OwnPhotoLine photo={photo} key={photo.id} />
          ))}
        </ul>
      )}
      <ButtonLink variant="secondary" icon="plus" to={visitPath(visit.id, STEPS.photo)}>
        {t('staff-photo.add')}
      </ButtonLink>
    </section>
  );
}

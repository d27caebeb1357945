import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { dropOwnPhoto, type OwnPhoto, watchOwnPhotos } from '../../../offline/crew/own-photos';
import type { ShownVisit } from '../../../offline/crew/shown-sheet';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { StatusTag } from '../../ui/status-tag/status-tag';
import { useProblemWords } from '../shell/failure-words';
import { inPaperOrder, PHOTO_TONES, photoTitle } from '../shell/photo-words';
import { useStaff } from '../shell/staff-context';
import { useCrewPhone } from './crew-phone';
import { photoPath, STEPS, visitPath } from './sheet-paths';

/** Photos that the resident sent, and the crew's own; those fetched ahead open without a connection. */
export function VisitPhotos({ visit }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { city } = useStaff();
  const own = useOwnPhotos(visit);
  const photos = inPaperOrder(visit.photos ?? [], city);
  return (
    <section className="visit-part" aria-labelledby="part-photos">
      <h2 id="part-photos">{t('staff-photo.title', { count: photos.length + own.length })}</h2>
      {photos.length + own.length > 0 && (
        <ul className="papers">
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
            <OwnLine photo={photo} key={photo.id} />
          ))}
        </ul>
      )}
      <ButtonLink look="secondary" icon="plus" to={visitPath(visit.id, STEPS.photo)}>
        {t('staff-photo.add')}
      </ButtonLink>
    </section>
  );
}

function OwnLine({ photo }: { photo: OwnPhoto }) {
  const { t } = useWords();
  const { store } = useCrewPhone();
  const problemWords = useProblemWords();
  return (
    <li className="visit-photo">
      <span className="visit-photo__link">{t(`staff-photo.kind.${photo.kind}`)}</span>
      <StatusTag tone={photo.problem === undefined ? 'waiting' : 'bad'}>
        {t(photo.problem === undefined ? 'staff-photo.waiting' : 'staff-photo.notSent')}
      </StatusTag>
      {photo.problem !== undefined && <p>{problemWords(photo.problem)}</p>}
      <Button look="quiet" icon="trash" onClick={() => void dropOwnPhoto(store, photo.id)}>
        {t('staff-photo.drop')}
      </Button>
    </li>
  );
}

function useOwnPhotos({ id }: ShownVisit): readonly OwnPhoto[] {
  const { store } = useCrewPhone();
  const [photos, setPhotos] = useState<readonly OwnPhoto[]>([]);
  // A store that cannot be read is said by the sheet itself.
  useEffect(() => watchOwnPhotos(store, id, setPhotos, () => setPhotos([])), [store, id]);
  return photos;
}

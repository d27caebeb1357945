import { useEffect, useState } from 'react';
import { Link } from 'react-router-dom';
import { dropOwnPhoto, type OwnPhoto, readOwnPhoto } from '../../../../offline/crew/own-photos';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { useFailureCodeWords } from '../../shell/api/failure-words';
import { useObjectUrl } from '../../shell/photo/use-object-url';
import { useCrewPhone } from '../sheet/crew-phone';
import { photoPath } from '../sheet-paths';

/**
 * Shows a photo that the crew took and the server does not have yet: its picture from this phone, its state,
 * and a button to drop it.
 */
export function OwnPhotoLine({ photo }: { photo: OwnPhoto }) {
  const { t } = useWords();
  const { store } = useCrewPhone();
  const problemWords = useFailureCodeWords();
  const url = useObjectUrl(useOwnImage(photo));
  return (
    <li className="visit-photo">
      <Link className="visit-photo__link" to={photoPath(photo.bookingId, photo.photo)}>
        {url !== undefined && <img className="visit-photo__image" src={url} alt="" />}
        {t(`staff-photo.kind.${photo.kind}`)}
      </Link>
      <StatusTag tone={photo.problem === undefined ? 'waiting' : 'bad'}>
        {t(photo.problem === undefined ? 'staff-photo.waiting' : 'staff-photo.notSent')}
      </StatusTag>
      {photo.problem !== undefined && <p>{problemWords(photo.problem)}</p>}
      <Button variant="quiet" icon="trash" onClick={() => void dropOwnPhoto(store, photo.id)}>
        {t('staff-photo.drop')}
      </Button>
    </li>
  );
}

function useOwnImage({ id }: OwnPhoto): Blob | undefined {
  const { store } = useCrewPhone();
  const [image, setImage] = useState<Blob>();
  useEffect(() => {
    let isShown = true;
    readOwnPhoto(store, id).then(
      (read) => isShown && setImage(read),
      // A photo that cannot be read has no picture; its state stands beside it.
      () => undefined,
    );
    return () => {
      isShown = false;
      setImage(undefined);
    };
  }, [store, id]);
  return image;
}

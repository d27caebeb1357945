import './photos.css';
import { Link, useLocation } from 'react-router-dom';
import type { BookingFile } from '../../../../contract/staff/desk';
import type { StaffPhoto } from '../../../../contract/staff/photos';
import { instantWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { inRequirementOrder, PHOTO_TONES, photoTitle } from '../../shell/photo/photo-words';
import { useStaff } from '../../shell/session/staff-context';

/** Lists the photos of a request: those of its requirements, which the desk judges, and the crew's own. */
export function FilePhotos({ file }: { file: BookingFile }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { photos = [], id } = file.booking;
  if (photos.length === 0) return null;
  return (
    <section className="file__history" aria-labelledby="file-photos">
      <h3 id="file-photos">{t('staff-photo.title', { count: photos.length })}</h3>
      <ul className="photo-list">
        {inRequirementOrder(photos, city).map((photo) => (
          <PhotoLine photo={photo} bookingId={id} key={photo.photo} />
        ))}
      </ul>
    </section>
  );
}

function PhotoLine({ photo, bookingId }: { photo: StaffPhoto; bookingId: string }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const { search } = useLocation();
  const { state, kind, attachedAt, takenBy, words } = photo;
  const at = instantWords(attachedAt, locale, city.settings.utcOffsetMinutes);
  return (
    <li className="photo-list__row">
      <Link className="photo-list__link" to={`/meja/permohonan/${bookingId}/foto/${photo.photo}${search}`}>
        {photoTitle(photo, city, t)}
      </Link>
      {kind === 'document' && (
        <StatusTag tone={PHOTO_TONES[state]}>{t(`staff-photo.state.${state}`)}</StatusTag>
      )}
      <span className="desk-soft">
        {takenBy === undefined ? t('staff-photo.sent', { at }) : t('staff-photo.taken', { at, by: takenBy })}
      </span>
      {words !== undefined && <span className="photo-list__words">{words}</span>}
    </li>
  );
}

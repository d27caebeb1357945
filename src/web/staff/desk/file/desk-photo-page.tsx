import './photos.css';
import { Link, useLocation, useParams } from 'react-router-dom';
import type { BookingFile } from '../../../../contract/staff/desk';
import type { StaffPhoto } from '../../../../contract/staff/photos';
import { hasPermission } from '../../../../domain/staff/role';
import { instantWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Notice } from '../../../ui/notice/notice';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { useRead } from '../../shell/api/use-read';
import { fetchPhoto } from '../../shell/photo/fetch-photo';
import { PhotoView } from '../../shell/photo/photo-view';
import { inRequirementOrder, PHOTO_TONES, photoTitle } from '../../shell/photo/photo-words';
import { useStaff } from '../../shell/session/staff-context';
import { readBookingFile } from '../desk-api';
import { DeskPage } from '../desk-page';
import { FailureNotice } from '../failure-notice';
import { useChangeTick } from '../use-change-tick';
import { DropPhotoButton } from './drop-photo-button';
import { JudgePhotoForm } from './judge-photo-form';

/**
 * Shows one photo of a request, large, with the desk's judgement beside it. The server writes each opening in
 * the audit.
 */
export function DeskPhotoPage() {
  const { t } = useWords();
  const { id = '', photo: name = '' } = useParams();
  const { search } = useLocation();
  const tick = useChangeTick();
  const { data, failure, again } = useRead(id, () => readBookingFile(id), tick);
  const file = data !== undefined && 'booking' in data ? data : undefined;
  const photo = file?.booking.photos?.find((one) => one.photo === name);
  return (
    <DeskPage>
      <BackLink to={`/meja/permohonan/${id}${search}`} />
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={6} />}
      {data !== undefined && photo === undefined && (
        <Notice kind="info" title={t('staff-photo.gone')}>
          {t('staff-photo.gone.text')}
        </Notice>
      )}
      {file !== undefined && photo !== undefined && (
        <div className="photo-page">
          <Image bookingId={id} photo={photo} key={name} />
          <Side file={file} photo={photo} again={again} key={`${name} ${photo.judgedAt}`} />
        </div>
      )}
    </DeskPage>
  );
}

function Image({ bookingId, photo }: { bookingId: string; photo: StaffPhoto }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { data, failure, again } = useRead(photo.photo, () => fetchPhoto(bookingId, photo.photo));
  if (data !== undefined) return <PhotoView image={data} alt={photoTitle(photo, city, t)} />;
  return failure === undefined ? <Skeleton rows={8} /> : <FailureNotice failure={failure} again={again} />;
}

type SideProps = { file: BookingFile; photo: StaffPhoto; again: () => void };

function Side({ file, photo, again }: SideProps) {
  const { t, locale } = useWords();
  const { city, me } = useStaff();
  const { search } = useLocation();
  const { request, id } = file.booking;
  const photos = inRequirementOrder(file.booking.photos ?? [], city);
  const place = photos.indexOf(photo);
  const pathOf = (other: StaffPhoto) => `/meja/permohonan/${id}/foto/${other.photo}${search}`;
  const [before, after] = [photos[place - 1], photos[place + 1]];
  const timeOf = (at: string) => instantWords(at, locale, city.settings.utcOffsetMinutes);
  const { kind, state, words, judgedAt, judgedBy, takenBy, consentedAt, attachedAt } = photo;
  const mayDecide = hasPermission(me.role, 'plan-bookings');
  return (
    <div className="photo-page__side">
      <PageHeading
        takesFocus
        caption={t('staff-photo.of', {
          name: request.recipient.name,
          place: place + 1,
          count: photos.length,
        })}
      >
        {photoTitle(photo, city, t)}
      </PageHeading>
      {kind === 'document' && (
        <p>
          <StatusTag tone={PHOTO_TONES[state]}>{t(`staff-photo.state.${state}`)}</StatusTag>
        </p>
      )}
      <p className="desk-soft">
        {takenBy === undefined
          ? t('staff-photo.sent', { at: timeOf(attachedAt) })
          : t('staff-photo.taken', { at: timeOf(attachedAt), by: takenBy })}
        {judgedAt !== undefined && judgedBy !== undefined && (
          <> {t('staff-photo.judged', { at: timeOf(judgedAt), by: judgedBy })}</>
        )}
        {consentedAt !== undefined && <> {t('staff-photo.consented', { at: timeOf(consentedAt) })}</>}
      </p>
      {words !== undefined && (
        <Notice kind="info" title={t('staff-photo.told')}>
          {words}
        </Notice>
      )}
      {kind === 'document' && mayDecide && <JudgePhotoForm bookingId={id} photo={photo} onDone={again} />}
      {(before !== undefined || after !== undefined) && (
        <nav className="photo-page__others" aria-label={t('staff-photo.others')}>
          {before !== undefined && <Link to={pathOf(before)}>{t('staff-photo.before')}</Link>}
          {after !== undefined && <Link to={pathOf(after)}>{t('staff-photo.after')}</Link>}
        </nav>
      )}
      {mayDecide && <DropPhotoButton bookingId={id} photo={photo.photo} onDone={again} />}
    </div>
  );
}

import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { BookingId } from '../../../../domain/booking/booking';
import type { PhotoDigest } from '../../../../domain/photo/photo';
import { readKeptPhoto } from '../../../../offline/crew/crew-photos';
import type { CrewStore } from '../../../../offline/crew/crew-store';
import { type OwnPhoto, readOwnPhoto } from '../../../../offline/crew/own-photos';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useFailureWords } from '../../shell/api/failure-words';
import { useRead } from '../../shell/api/use-read';
import { fetchPhoto } from '../../shell/photo/fetch-photo';
import { PhotoView } from '../../shell/photo/photo-view';
import { photoTitle } from '../../shell/photo/photo-words';
import { useStaff } from '../../shell/session/staff-context';
import { useCrewPhone } from '../sheet/crew-phone';
import type { VisitPageProps } from '../sheet/sheet-gate';
import { visitPath } from '../sheet-paths';
import { useOwnPhotos } from './use-own-photos';

/**
 * Shows one photo of a visit, large: from this phone where the crew took it or it was fetched ahead,
 * otherwise from the server.
 */
export function VisitPhotoPage({ visit }: VisitPageProps) {
  const { t } = useWords();
  const { photo: name } = useParams();
  const photo = visit.photos?.find((one) => one.photo === name);
  const ownPhotos = useOwnPhotos(visit.id);
  const own = ownPhotos?.find((one) => one.photo === name);
  const { city } = useStaff();
  // A photo sent while it is open stays on screen until the sheet has it.
  const [seen, setSeen] = useState<OwnPhoto>();
  if (own !== undefined && own.id !== seen?.id) setSeen(own);
  const shown = photo ?? own ?? (seen?.photo === name ? seen : undefined);
  if (shown === undefined && ownPhotos === undefined) return null;
  const title = shown === undefined ? t('staff-photo.gone') : photoTitle(shown, city, t);
  return (
    <Page back={<BackLink to={visitPath(visit.id)} />}>
      <PageHeading takesFocus caption={visit.request.recipient.name} title={title}>
        {title}
      </PageHeading>
      {photo?.words !== undefined && (
        <Notice kind="info" title={t('staff-photo.told')}>
          {photo.words}
        </Notice>
      )}
      {shown !== undefined && <Image bookingId={visit.id} photo={shown.photo} own={own} title={title} />}
    </Page>
  );
}

type ImageProps = { bookingId: BookingId; photo: PhotoDigest; own: OwnPhoto | undefined; title: string };

function Image({ bookingId, photo, own, title }: ImageProps) {
  const { store } = useCrewPhone();
  const { data, failure } = useRead(photo, () => readPhoto(store, bookingId, photo, own));
  if (data !== undefined) return <PhotoView image={data} alt={title} />;
  return failure === undefined ? <Skeleton rows={6} /> : <NotHere failure={failure} />;
}

function NotHere({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('staff-photo.notHere')} isLive>
      {words}
    </Notice>
  );
}

async function readPhoto(
  store: CrewStore,
  id: BookingId,
  photo: PhotoDigest,
  own: OwnPhoto | undefined,
): Promise<Blob> {
  const here = (own && (await readOwnPhoto(store, own.id))) ?? (await readKeptPhoto(store, id, photo));
  return here ?? fetchPhoto(id, photo);
}

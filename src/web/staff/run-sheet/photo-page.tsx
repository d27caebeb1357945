import { useParams } from 'react-router-dom';
import type { StaffPhoto } from '../../../contract/staff/photos';
import type { BookingId } from '../../../domain/booking/booking';
import { readKeptPhoto } from '../../../offline/crew/crew-photos';
import type { CrewStore } from '../../../offline/crew/crew-store';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useFailureWords } from '../shell/failure-words';
import { fetchPhoto } from '../shell/fetch-photo';
import { PhotoView } from '../shell/photo-view';
import { photoTitle } from '../shell/photo-words';
import { useStaff } from '../shell/staff-context';
import { useRead } from '../shell/use-read';
import { useCrewPhone } from './crew-phone';
import type { VisitPageProps } from './sheet-gate';
import { visitPath } from './sheet-paths';

/** One photo of a visit, large: from this phone where it was fetched ahead, else from the server. */
export function PhotoPage({ visit }: VisitPageProps) {
  const { t } = useWords();
  const { photo: name } = useParams();
  const photo = visit.photos?.find((one) => one.photo === name);
  const { city } = useStaff();
  const title = photo === undefined ? t('staff-photo.gone') : photoTitle(photo, city, t);
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
      {photo !== undefined && <Image bookingId={visit.id} photo={photo} title={title} />}
    </Page>
  );
}

type ImageProps = { bookingId: BookingId; photo: StaffPhoto; title: string };

function Image({ bookingId, photo: { photo }, title }: ImageProps) {
  const { store } = useCrewPhone();
  const { data, failure } = useRead(photo, () => readPhoto(store, bookingId, photo));
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

async function readPhoto(store: CrewStore, id: BookingId, photo: StaffPhoto['photo']): Promise<Blob> {
  return (await readKeptPhoto(store, id, photo)) ?? fetchPhoto(id, photo);
}

import './photos.css';
import { Route, Routes, useParams } from 'react-router-dom';
import type { BookingId } from '../../../domain/booking/booking';
import { BackLink } from '../../ui/back-link/back-link';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { PhotosPage } from './photos-page';
import { TakePhotoPage } from './take-photo-page';
import { useRequiredPhotos } from './use-required-photos';

/** The routes under `/foto`: the requirements of a draft or visit, and taking a photo for one of them. */
export function PhotosRoutes() {
  return (
    <Routes>
      <Route path=":id" element={<RequiredPhotosRoute />} />
      <Route path=":id/:requirementId" element={<RequiredPhotosRoute />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function RequiredPhotosRoute() {
  const { id = '', requirementId } = useParams();
  const bookingId = id as BookingId;
  const required = useRequiredPhotos(bookingId);
  if (required === 'missing') return <NotFoundPage />;
  if (required === 'loading') {
    return (
      <Page back={<BackLink to="/" />}>
        <Skeleton rows={4} />
      </Page>
    );
  }
  if (requirementId === undefined) return <PhotosPage id={bookingId} required={required} />;
  const requirement = required.requirements.find((candidate) => candidate.id === requirementId);
  if (requirement === undefined || required.isOver) return <NotFoundPage />;
  return <TakePhotoPage key={requirement.id} bookingId={bookingId} requirement={requirement} />;
}

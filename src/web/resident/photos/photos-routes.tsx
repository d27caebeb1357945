import './photos.css';
import { Route, Routes, useParams } from 'react-router-dom';
import type { BookingId } from '../../../domain/booking/booking';
import { BackLink } from '../../ui/back-link/back-link';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { PhotosPage } from './photos-page';
import { TakePhotoPage } from './take-photo-page';
import { usePapers } from './use-papers';

/** Every address under `/foto`: the papers of a draft or visit, and taking a photo of one. */
export function PhotosRoutes() {
  return (
    <Routes>
      <Route path=":id" element={<OpenPapers />} />
      <Route path=":id/:requirementId" element={<OpenPapers />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function OpenPapers() {
  const { id = '', requirementId } = useParams();
  const bookingId = id as BookingId;
  const papers = usePapers(bookingId);
  if (papers === 'missing') return <NotFoundPage />;
  if (papers === 'loading') {
    return (
      <Page back={<BackLink to="/" />}>
        <Skeleton rows={4} />
      </Page>
    );
  }
  if (requirementId === undefined) return <PhotosPage id={bookingId} papers={papers} />;
  const requirement = papers.requirements.find((candidate) => candidate.id === requirementId);
  if (requirement === undefined || papers.isOver) return <NotFoundPage />;
  return <TakePhotoPage key={requirement.id} bookingId={bookingId} requirement={requirement} />;
}

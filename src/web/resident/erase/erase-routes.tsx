import { Route, Routes, useParams } from 'react-router-dom';
import type { BookingId } from '../../../domain/booking/booking';
import { watchVisit } from '../../../offline/store/engine/watch';
import type { Visit } from '../../../offline/store/visit/visit';
import { BackLink } from '../../ui/back-link/back-link';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { usePhone } from '../shell/phone/phone-context';
import { useWatched } from '../shell/phone/use-watched';
import { ErasePage } from './erase-page';

/** The routes under `/hapus-data`: one for each visit that this phone's owner requested. */
export function EraseRoutes() {
  return (
    <Routes>
      <Route path=":id" element={<OpenVisit />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function OpenVisit() {
  const { store } = usePhone();
  const id = (useParams().id ?? '') as BookingId;
  const { value, error } = useWatched<{ readonly visit: Visit | undefined }>(
    (onValue, onError) => watchVisit(store, id, (visit) => onValue({ visit }), onError),
    [store, id],
  );
  if (value === undefined && error === undefined) {
    return (
      <Page back={<BackLink to={`/kunjungan/${id}`} />}>
        <Skeleton rows={4} />
      </Page>
    );
  }
  const visit = value?.visit;
  if (visit?.row?.role !== 'requester') return <NotFoundPage />;
  return <ErasePage visit={visit} key={visit.id} />;
}

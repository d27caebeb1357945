import { Navigate, Route, Routes } from 'react-router-dom';
import { mayDo } from '../../../domain/staff/role';
import { NotFoundPage } from '../shell/not-found-page';
import { useStaff } from '../shell/staff-context';
import { CallbacksPage } from './callbacks-page';
import { OrderPage } from './order-page';
import { OverviewPage } from './overview-page';
import { PhotoPage } from './photo-page';
import { RequestsPage } from './requests-page';
import { TakeRequestPage } from './take-request-page';

/** The desk's pages, under /petugas/meja. Kelurahan begins with the requests of its area: minutes are the desk's. */
export function DeskRoutes() {
  const { me } = useStaff();
  const first = mayDo(me.role, 'see-bookings') ? <OverviewPage /> : <Navigate to="permohonan" replace />;
  return (
    <Routes>
      <Route index element={first} />
      <Route path="permohonan" element={<RequestsPage />} />
      <Route path="permohonan/:id" element={<RequestsPage />} />
      <Route path="permohonan/:id/foto/:photo" element={<PhotoPage />} />
      <Route path="urutan" element={<OrderPage />} />
      <Route path="catat" element={<TakeRequestPage />} />
      <Route path="telepon" element={<CallbacksPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

import { Navigate, Route, Routes } from 'react-router-dom';
import { hasPermission } from '../../../domain/staff/role';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { useStaff } from '../shell/session/staff-context';
import { CallbacksPage } from './callbacks/callbacks-page';
import { OrderPage } from './day/order-page';
import { PhotoPage } from './file/photo-page';
import { OverviewPage } from './queue/overview-page';
import { RequestsPage } from './queue/requests-page';
import { TakeRequestPage } from './take/take-request-page';

/** The desk's pages, under /petugas/meja. Kelurahan begins with the requests of its area: minutes are the desk's. */
export function DeskRoutes() {
  const { me } = useStaff();
  const first = hasPermission(me.role, 'see-bookings') ? (
    <OverviewPage />
  ) : (
    <Navigate to="permohonan" replace />
  );
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

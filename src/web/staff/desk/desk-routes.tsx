import { Navigate, Route, Routes } from 'react-router-dom';
import { hasPermission } from '../../../domain/staff/role';
import { StaffNotFoundPage } from '../shell/frame/staff-not-found-page';
import { useStaff } from '../shell/session/staff-context';
import { CallbacksPage } from './callbacks/callbacks-page';
import { ChangeRequestPage } from './change/change-request-page';
import { OrderPage } from './day/order-page';
import { DeskPhotoPage } from './file/desk-photo-page';
import { DeskOverviewPage } from './queue/desk-overview-page';
import { RequestsPage } from './queue/requests-page';
import { TakeRequestPage } from './take/take-request-page';

/**
 * The routes under /petugas/meja. A kelurahan officer starts at the requests of their area, because the
 * overview of minutes is only for the desk.
 */
export function DeskRoutes() {
  const { me } = useStaff();
  const first = hasPermission(me.role, 'see-bookings') ? (
    <DeskOverviewPage />
  ) : (
    <Navigate to="permohonan" replace />
  );
  return (
    <Routes>
      <Route index element={first} />
      <Route path="permohonan" element={<RequestsPage />} />
      <Route path="permohonan/:id" element={<RequestsPage />} />
      <Route path="permohonan/:id/ubah" element={<ChangeRequestPage />} />
      <Route path="permohonan/:id/foto/:photo" element={<DeskPhotoPage />} />
      <Route path="urutan" element={<OrderPage />} />
      <Route path="catat" element={<TakeRequestPage />} />
      <Route path="telepon" element={<CallbacksPage />} />
      <Route path="*" element={<StaffNotFoundPage />} />
    </Routes>
  );
}

import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/not-found-page';
import { CallbacksPage } from './callbacks-page';
import { OverviewPage } from './overview-page';
import { RequestsPage } from './requests-page';
import { TakeRequestPage } from './take-request-page';

/** The desk's pages, under /petugas/meja. */
export function DeskRoutes() {
  return (
    <Routes>
      <Route index element={<OverviewPage />} />
      <Route path="permohonan" element={<RequestsPage />} />
      <Route path="permohonan/:id" element={<RequestsPage />} />
      <Route path="catat" element={<TakeRequestPage />} />
      <Route path="telepon" element={<CallbacksPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

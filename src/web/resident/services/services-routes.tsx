import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { PackagePage } from './package-page';
import { ProgrammePage } from './programme-page';
import { ServiceListPage } from './service-list-page';
import { ServicePage } from './service-page';

/** The routes under `/layanan`. */
export function ServicesRoutes() {
  return (
    <Routes>
      <Route index element={<ServiceListPage />} />
      <Route path="paket/:id" element={<PackagePage />} />
      <Route path="program/:id" element={<ProgrammePage />} />
      <Route path=":id" element={<ServicePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

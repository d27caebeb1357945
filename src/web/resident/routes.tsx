import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { HomePage } from './home/home-page';
import { Layout } from './shell/layout';
import { loadPage } from './shell/load-page';
import { NotFoundPage } from './shell/not-found-page';

const BookVisit = lazy(() =>
  loadPage(async () => ({ default: (await import('./book-visit/book-visit-routes')).BookVisitRoutes })),
);
const Visits = lazy(() =>
  loadPage(async () => ({ default: (await import('./visits/visits-routes')).VisitsRoutes })),
);
const Follow = lazy(() =>
  loadPage(async () => ({ default: (await import('./visits/follow-page')).FollowPage })),
);
const Services = lazy(() =>
  loadPage(async () => ({ default: (await import('./services/services-routes')).ServicesRoutes })),
);
const Settings = lazy(() =>
  loadPage(async () => ({ default: (await import('./settings/settings-page')).SettingsPage })),
);

/** Every address of the resident app. Only the home page is in the first download. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<HomePage />} />
        <Route path="ajukan/*" element={<BookVisit />} />
        <Route path="kunjungan/*" element={<Visits />} />
        <Route path="ikuti" element={<Follow />} />
        <Route path="layanan/*" element={<Services />} />
        <Route path="pengaturan" element={<Settings />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

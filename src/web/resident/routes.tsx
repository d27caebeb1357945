import type { ComponentType } from 'react';
import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { addWords, spokenLocale } from '../copy/words';
import { loadPage } from '../ui/page/load-page';
import { RESIDENT_FEATURE_WORDS } from './feature-words';
import { HomePage } from './home/home-page';
import { residentPhone } from './resident-phone';
import { Layout } from './shell/frame/layout';
import { NotFoundPage } from './shell/frame/not-found-page';
import { loadCityWords } from './shell/language/city-words';
import { useSimpleMode } from './shell/simple/simple-mode';

/** A page outside the first download: its code, its words and the phone's code are fetched together. */
function lazyPage<Props = object>(
  feature: keyof typeof RESIDENT_FEATURE_WORDS,
  load: () => Promise<ComponentType<Props>>,
) {
  return lazy(() =>
    loadPage(async () => {
      const [page] = await Promise.all([
        load(),
        addWords(RESIDENT_FEATURE_WORDS[feature]),
        loadCityWords(spokenLocale()),
        residentPhone.load(),
      ]);
      return { default: page };
    }),
  );
}

const BookVisit = lazyPage(
  'book-visit',
  async () => (await import('./book-visit/book-visit-routes')).BookVisitRoutes,
);
const Visits = lazyPage('visits', async () => (await import('./visits/visits-routes')).VisitsRoutes);
const Follow = lazyPage('visits', async () => (await import('./visits/follow/follow-page')).FollowPage);
const Callback = lazyPage(
  'visits',
  async () => (await import('./visits/callback/callback-routes')).CallbackRoutes,
);
const Services = lazyPage(
  'services',
  async () => (await import('./services/services-routes')).ServicesRoutes,
);
const Photos = lazyPage('photos', async () => (await import('./photos/photos-routes')).PhotosRoutes);
const Family = lazyPage('family', async () => (await import('./family/family-routes')).FamilyRoutes);
const Erase = lazyPage('erase', async () => (await import('./erase/erase-routes')).EraseRoutes);
const SimpleHome = lazyPage('simple', async () => (await import('./simple/simple-home-page')).SimpleHomePage);
const SimpleBar = lazyPage('simple', async () => (await import('./simple/simple-bar')).SimpleBar);
const Help = lazyPage('simple', async () => (await import('./simple/help-page')).HelpPage);
const Transfer = lazyPage('transfer', async () => (await import('./transfer/transfer-page')).TransferPage);
const Apart = lazyPage('transfer', async () => (await import('./transfer/apart-app')).ApartApp);
const Settings = lazyPage('settings', async () => (await import('./settings/settings-page')).SettingsPage);
const Lock = lazyPage('lock', async () => (await import('./lock/lock-page')).LockPage);
const Pin = lazyPage('lock', async () => (await import('./lock/pin-page')).PinPage);

/** Shows the home page of the phone's mode at `/`. */
function Home() {
  return useSimpleMode() ? <SimpleHome /> : <HomePage />;
}

/** The routes of the resident app. Only the home page is in the first download. */
export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Layout locked={<Lock />} apart={<Apart />} SimpleBar={SimpleBar} />}>
        <Route index element={<Home />} />
        <Route path="ajukan/*" element={<BookVisit />} />
        <Route path="kunjungan/*" element={<Visits />} />
        <Route path="ikuti" element={<Follow />} />
        <Route path="telepon/*" element={<Callback />} />
        <Route path="foto/*" element={<Photos />} />
        <Route path="keluarga/*" element={<Family />} />
        <Route path="layanan/*" element={<Services />} />
        <Route path="hapus-data/*" element={<Erase />} />
        <Route path="bantuan" element={<Help />} />
        <Route path="pindah" element={<Transfer />} />
        <Route path="pengaturan" element={<Settings />} />
        <Route path="pengaturan/pin" element={<Pin />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/not-found-page';
import { CheckPage } from './check-page';
import { ClosuresPage } from './closures-page';
import { ContactsPage } from './contacts-page';
import { FilePage } from './file-page';
import { HistoryPage } from './history-page';
import { HolidaysPage } from './holidays-page';
import { OverviewPage } from './overview-page';
import { PackagePage } from './package-page';
import { PackagesPage } from './packages-page';
import { PapersPage } from './papers-page';
import { ProgrammesPage } from './programmes-page';
import { QuestionPage } from './question-page';
import { QuestionsPage } from './questions-page';
import { ReferralPage } from './referral-page';
import { ReferralsPage } from './referrals-page';
import { RotaDayPage } from './rota-day-page';
import { RotaPage } from './rota-page';
import { ServicePage } from './service-page';
import { ServicesPage } from './services-page';
import { SetUpProvider } from './set-up-context';
import { TimePage } from './time-page';
import { UnitsPage } from './units-page';

/** The pages of the city's own set-up, under /petugas/pengaturan. */
export function SetUpRoutes() {
  return (
    <SetUpProvider>
      <Routes>
        <Route index element={<OverviewPage />} />
        <Route path="waktu" element={<TimePage />} />
        <Route path="unit" element={<UnitsPage />} />
        <Route path="program" element={<ProgrammesPage />} />
        <Route path="jadwal" element={<RotaPage />} />
        <Route path="jadwal/:unit/:weekday" element={<RotaDayPage />} />
        <Route path="layanan" element={<ServicesPage />} />
        <Route path="layanan/syarat" element={<PapersPage />} />
        <Route path="layanan/:id" element={<ServicePage />} />
        <Route path="paket" element={<PackagesPage />} />
        <Route path="paket/:id" element={<PackagePage />} />
        <Route path="pertanyaan" element={<QuestionsPage />} />
        <Route path="pertanyaan/:id" element={<QuestionPage />} />
        <Route path="rujukan" element={<ReferralsPage />} />
        <Route path="rujukan/:id" element={<ReferralPage />} />
        <Route path="libur" element={<HolidaysPage />} />
        <Route path="tutup" element={<ClosuresPage />} />
        <Route path="kontak" element={<ContactsPage />} />
        <Route path="berkas" element={<FilePage />} />
        <Route path="periksa" element={<CheckPage />} />
        <Route path="riwayat" element={<HistoryPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </SetUpProvider>
  );
}

import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { CheckPage } from './apply/check-page';
import { FilePage } from './apply/file-page';
import { HistoryPage } from './apply/history-page';
import { ClosuresPage } from './calendar/closures-page';
import { HolidaysPage } from './calendar/holidays-page';
import { RotaDayPage } from './calendar/rota-day-page';
import { RotaPage } from './calendar/rota-page';
import { TimePage } from './calendar/time-page';
import { PackagePage } from './catalogue/package-page';
import { PackagesPage } from './catalogue/packages-page';
import { QuestionPage } from './catalogue/question-page';
import { QuestionsPage } from './catalogue/questions-page';
import { ReferralPage } from './catalogue/referral-page';
import { ReferralsPage } from './catalogue/referrals-page';
import { RequirementsPage } from './catalogue/requirements-page';
import { ServicePage } from './catalogue/service-page';
import { ServicesPage } from './catalogue/services-page';
import { SetUpProvider } from './draft/set-up-context';
import { OverviewPage } from './overview-page';
import { ContactsPage } from './place/contacts-page';
import { ProgrammesPage } from './place/programmes-page';
import { UnitsPage } from './place/units-page';

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
        <Route path="layanan/syarat" element={<RequirementsPage />} />
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

import { Route, Routes } from 'react-router-dom';
import { StaffNotFoundPage } from '../shell/frame/staff-not-found-page';
import { CheckPage } from './apply/check-page';
import { FilePage } from './apply/file-page';
import { HistoryPage } from './apply/history-page';
import { ClosuresPage } from './calendar/closures-page';
import { HolidaysPage } from './calendar/holidays-page';
import { RotaDayPage } from './calendar/rota-day-page';
import { RotaPage } from './calendar/rota-page';
import { TimePage } from './calendar/time-page';
import { EditPackagePage } from './catalogue/edit-package-page';
import { EditQuestionPage } from './catalogue/edit-question-page';
import { EditReferralPage } from './catalogue/edit-referral-page';
import { EditServicePage } from './catalogue/edit-service-page';
import { PackagesPage } from './catalogue/packages-page';
import { QuestionsPage } from './catalogue/questions-page';
import { ReferralsPage } from './catalogue/referrals-page';
import { RequirementsPage } from './catalogue/requirements-page';
import { ServicesPage } from './catalogue/services-page';
import { SetUpProvider } from './draft/set-up-context';
import { ContactsPage } from './place/contacts-page';
import { ProgrammesPage } from './place/programmes-page';
import { UnitsPage } from './place/units-page';
import { SetUpOverviewPage } from './set-up-overview-page';

/** The routes under /petugas/pengaturan: the city's set-up. */
export function SetUpRoutes() {
  return (
    <SetUpProvider>
      <Routes>
        <Route index element={<SetUpOverviewPage />} />
        <Route path="waktu" element={<TimePage />} />
        <Route path="unit" element={<UnitsPage />} />
        <Route path="program" element={<ProgrammesPage />} />
        <Route path="jadwal" element={<RotaPage />} />
        <Route path="jadwal/:unit/:weekday" element={<RotaDayPage />} />
        <Route path="layanan" element={<ServicesPage />} />
        <Route path="layanan/syarat" element={<RequirementsPage />} />
        <Route path="layanan/:id" element={<EditServicePage />} />
        <Route path="paket" element={<PackagesPage />} />
        <Route path="paket/:id" element={<EditPackagePage />} />
        <Route path="pertanyaan" element={<QuestionsPage />} />
        <Route path="pertanyaan/:id" element={<EditQuestionPage />} />
        <Route path="rujukan" element={<ReferralsPage />} />
        <Route path="rujukan/:id" element={<EditReferralPage />} />
        <Route path="libur" element={<HolidaysPage />} />
        <Route path="tutup" element={<ClosuresPage />} />
        <Route path="kontak" element={<ContactsPage />} />
        <Route path="berkas" element={<FilePage />} />
        <Route path="periksa" element={<CheckPage />} />
        <Route path="riwayat" element={<HistoryPage />} />
        <Route path="*" element={<StaffNotFoundPage />} />
      </Routes>
    </SetUpProvider>
  );
}

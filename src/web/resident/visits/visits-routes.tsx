import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/not-found-page';
import { ChooseWindowPage } from './choose-window-page';
import { VisitGate } from './visit-gate';
import { VisitListPage } from './visit-list-page';
import { VisitView } from './visit-view';

/** The pages under `/kunjungan`. */
export function VisitsRoutes() {
  return (
    <Routes>
      <Route index element={<VisitListPage />} />
      <Route
        path=":id"
        element={<VisitGate>{(visit) => <VisitView visit={visit} key={visit.id} />}</VisitGate>}
      />
      <Route
        path=":id/waktu"
        element={<VisitGate>{(visit) => <ChooseWindowPage visit={visit} key={visit.id} />}</VisitGate>}
      />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

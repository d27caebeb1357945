import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { VisitListPage } from './list/visit-list-page';
import { VisitGate } from './visit/visit-gate';
import { VisitView } from './visit/visit-view';
import { ChooseWindowPage } from './window/choose-window-page';

/** The routes under `/kunjungan`. */
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

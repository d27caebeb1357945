import './book-visit.css';
import { Route, Routes } from 'react-router-dom';
import { DraftPages } from './draft-pages';
import { StartPage } from './start-page';

/** The routes under `/ajukan`. */
export function BookVisitRoutes() {
  return (
    <Routes>
      <Route index element={<StartPage />} />
      <Route path=":draftId/*" element={<DraftPages />} />
    </Routes>
  );
}

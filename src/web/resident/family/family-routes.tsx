import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../shell/frame/not-found-page';
import { AddPersonPage } from './add-person-page';
import { FamilyListPage } from './family-list-page';
import { PersonDetailsPage } from './person-details-page';
import { PersonGate } from './person-gate';
import { PersonNeedsPage } from './person-needs-page';
import { PersonPage } from './person-page';
import { PersonPlacePage } from './person-place-page';

/** The routes under `/keluarga`. */
export function FamilyRoutes() {
  return (
    <Routes>
      <Route index element={<FamilyListPage />} />
      <Route path="tambah" element={<AddPersonPage />} />
      <Route path=":id" element={<PersonGate>{(opened) => <PersonPage {...opened} />}</PersonGate>} />
      <Route
        path=":id/data"
        element={<PersonGate isForm>{(opened) => <PersonDetailsPage {...opened} />}</PersonGate>}
      />
      <Route
        path=":id/kebutuhan"
        element={<PersonGate isForm>{(opened) => <PersonNeedsPage {...opened} />}</PersonGate>}
      />
      <Route
        path=":id/alamat"
        element={<PersonGate isForm>{(opened) => <PersonPlacePage {...opened} />}</PersonGate>}
      />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

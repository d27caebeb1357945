import { Route, Routes } from 'react-router-dom';
import { StaffNotFoundPage } from '../shell/frame/staff-not-found-page';
import { InviteMemberPage } from './invite-member-page';
import { MemberListPage } from './member-list-page';
import { MemberPage } from './member-page';

/** The routes under /petugas/anggota: the city's members, for an admin. */
export function MembersRoutes() {
  return (
    <Routes>
      <Route index element={<MemberListPage />} />
      <Route path="undang" element={<InviteMemberPage />} />
      <Route path=":id" element={<MemberPage />} />
      <Route path="*" element={<StaffNotFoundPage />} />
    </Routes>
  );
}

import { Route, Routes } from 'react-router-dom';
import { StaffNotFoundPage } from '../shell/frame/staff-not-found-page';
import { AccountPage } from './account-page';
import { PasswordPage } from './password-page';
import { TotpPage } from './totp-page';

/** The routes under /petugas/akun: the member's own account. */
export function AccountRoutes() {
  return (
    <Routes>
      <Route index element={<AccountPage />} />
      <Route path="kode" element={<TotpPage />} />
      <Route path="sandi" element={<PasswordPage />} />
      <Route path="*" element={<StaffNotFoundPage />} />
    </Routes>
  );
}

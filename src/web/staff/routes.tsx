import { Route, Routes } from 'react-router-dom';
import { Gate } from './shell/gate';
import { HomePage } from './shell/home-page';
import { NotFoundPage } from './shell/not-found-page';
import { SignInPage } from './sign-in/sign-in-page';

/** Every address of the staff app. */
export function StaffRoutes() {
  return (
    <Routes>
      <Route element={<Gate signIn={<SignInPage />} />}>
        <Route index element={<HomePage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

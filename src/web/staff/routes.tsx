import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { addWords } from '../copy/words';
import { FEATURE_WORDS } from './feature-words';
import { ForDeed } from './shell/for-deed';
import { Gate } from './shell/gate';
import { HomePage } from './shell/home-page';
import { NotFoundPage } from './shell/not-found-page';
import { PATHS } from './shell/paths';
import { SignInPage } from './sign-in/sign-in-page';

const Desk = lazy(async () => {
  const [{ DeskRoutes }] = await Promise.all([import('./desk/desk-routes'), addWords(FEATURE_WORDS.desk)]);
  return { default: DeskRoutes };
});

const RunSheet = lazy(async () => {
  const [{ RunSheetRoutes }] = await Promise.all([
    import('./run-sheet/run-sheet-routes'),
    addWords(FEATURE_WORDS['run-sheet']),
  ]);
  return { default: RunSheetRoutes };
});

/** Every address of the staff app. */
export function StaffRoutes() {
  return (
    <Routes>
      <Route element={<Gate signIn={<SignInPage />} />}>
        <Route index element={<HomePage />} />
        <Route element={<ForDeed deeds={['see-bookings', 'see-own-area']} />}>
          <Route path="meja/*" element={<Desk />} />
        </Route>
        <Route element={<ForDeed deeds={['run-sheet']} />}>
          <Route path={`${PATHS.runSheet}/*`} element={<RunSheet />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}

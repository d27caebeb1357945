import type { ComponentType } from 'react';
import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import { addWords } from '../copy/words';
import { loadPage } from '../ui/page/load-page';
import { STAFF_FEATURE_WORDS } from './feature-words';
import { RoleHome } from './shell/frame/role-home';
import { StaffNotFoundPage } from './shell/frame/staff-not-found-page';
import { PATHS } from './shell/paths';
import { ForPermission } from './shell/session/for-permission';
import { Gate } from './shell/session/gate';
import { InvitePage } from './sign-in/invite-page';
import { SignInPage } from './sign-in/sign-in-page';

/** A page outside the first download: its code and its words are fetched together. */
function lazyPage(feature: keyof typeof STAFF_FEATURE_WORDS, load: () => Promise<ComponentType>) {
  return lazy(() =>
    loadPage(async () => {
      const [page] = await Promise.all([load(), addWords(STAFF_FEATURE_WORDS[feature])]);
      return { default: page };
    }),
  );
}

const Account = lazyPage('account', async () => (await import('./account/account-routes')).AccountRoutes);
const Audit = lazyPage('audit', async () => (await import('./audit/audit-entries-page')).AuditEntriesPage);
const Desk = lazyPage('desk', async () => (await import('./desk/desk-routes')).DeskRoutes);
const Figures = lazyPage('figures', async () => (await import('./figures/figures-page')).FiguresPage);
const Members = lazyPage('members', async () => (await import('./members/members-routes')).MembersRoutes);
const Practice = lazyPage('practice', async () => (await import('./practice/practice-page')).PracticePage);
const RunSheet = lazyPage(
  'run-sheet',
  async () => (await import('./run-sheet/run-sheet-routes')).RunSheetRoutes,
);
const SetUp = lazyPage('set-up', async () => (await import('./set-up/set-up-routes')).SetUpRoutes);

/**
 * The routes of the staff app. A page that a role may not open stands under a `ForPermission` that refuses
 * the role.
 */
export function StaffRoutes() {
  return (
    <Routes>
      <Route path={PATHS.invite} element={<InvitePage />} />
      <Route element={<Gate signIn={<SignInPage />} />}>
        <Route index element={<RoleHome />} />
        <Route path={`${PATHS.account}/*`} element={<Account />} />
        <Route element={<ForPermission permissions={['run-sheet']} />}>
          <Route path={`${PATHS.runSheet}/*`} element={<RunSheet />} />
        </Route>
        <Route element={<ForPermission permissions={['see-bookings', 'see-own-area']} />}>
          <Route path={`${PATHS.desk}/*`} element={<Desk />} />
        </Route>
        <Route element={<ForPermission permissions={['manage-staff']} />}>
          <Route path={`${PATHS.members}/*`} element={<Members />} />
        </Route>
        <Route element={<ForPermission permissions={['set-up-city']} />}>
          <Route path={`${PATHS.setUp}/*`} element={<SetUp />} />
          <Route path={PATHS.practice} element={<Practice />} />
        </Route>
        <Route element={<ForPermission permissions={['figures']} />}>
          <Route path={PATHS.figures} element={<Figures />} />
        </Route>
        <Route element={<ForPermission permissions={['read-audit']} />}>
          <Route path={PATHS.audit} element={<Audit />} />
        </Route>
        <Route path="*" element={<StaffNotFoundPage />} />
      </Route>
    </Routes>
  );
}

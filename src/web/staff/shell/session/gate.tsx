import type { ReactNode } from 'react';
import { Activity } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useFailureWords } from '../api/failure-words';
import { useCityNow } from '../api/use-city-now';
import { OutsideLayout } from '../frame/outside-layout';
import { StaffLayout } from '../frame/staff-layout';
import { PATHS } from '../paths';
import { StaffProvider, useSession } from './staff-context';

/**
 * Shows the pages inside only to a signed-in member. When a session expires, the sign-in covers the page,
 * which stays with everything typed and reappears once the same member has signed in.
 */
export function Gate({ signIn }: { signIn: ReactNode }) {
  const { state, city: built, now, isTimeSure } = useSession();
  const city = useCityNow(built, state.kind === 'signed-in');
  const { pathname } = useLocation();
  if (state.kind === 'checking' || state.kind === 'unreachable') {
    return (
      <OutsideLayout>
        {state.kind === 'checking' ? <Checking /> : <Unreachable failure={state.failure} />}
      </OutsideLayout>
    );
  }
  const signedIn = state.kind === 'signed-in' ? state.session : state.last;
  const isIn = state.kind === 'signed-in';
  const mustSetUp = signedIn?.mustSetUpTotp === true && pathname !== PATHS.totp;
  return (
    <>
      {!isIn && signIn}
      {signedIn && (
        <Activity key={signedIn.me.id} mode={isIn ? 'visible' : 'hidden'}>
          <StaffProvider
            staff={{ city, now, isTimeSure, me: signedIn.me, signedIn, isOffline: isIn && state.isOffline }}
          >
            <StaffLayout>{mustSetUp ? <Navigate to={PATHS.totp} replace /> : <Outlet />}</StaffLayout>
          </StaffProvider>
        </Activity>
      )}
    </>
  );
}

function Checking() {
  return (
    <Page>
      <Skeleton rows={3} />
    </Page>
  );
}

function Unreachable({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const { session } = useSession();
  const words = useFailureWords(failure);
  return (
    <Page
      actions={
        <Button icon="refresh" onClick={() => void session.check()}>
          {t('staff.unreachable.retry')}
        </Button>
      }
    >
      <PageHeading takesFocus title={t('staff.unreachable.title')}>
        {t('staff.unreachable.title')}
      </PageHeading>
      <Notice kind="warning" isLive>
        {words}
      </Notice>
      <p>{t('staff.unreachable.text')}</p>
    </Page>
  );
}

import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { Page } from '../../ui/page/page';
import { SiteHeader } from '../../ui/page/site-header';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { SkipLink } from '../../ui/skip-link/skip-link';
import { ConnectionBanner } from './connection-banner';
import { PageFailed } from './page-failed';
import { usePlace } from './phone-context';
import { ThemeSwitch } from './theme-switch';
import { usePersistence } from './use-persistence';

/** The frame of every page: the way to the content, name and weave, the connection, then the page. */
export function Layout() {
  const { pathname } = useLocation();
  const { settings } = usePlace();
  usePersistence(pathname.startsWith('/ajukan/'));
  return (
    <>
      <SkipLink targetId="isi" />
      <SiteHeader name={settings.programmeName}>
        <ThemeSwitch />
      </SiteHeader>
      <ConnectionBanner />
      <PageFailed place={pathname}>
        <Suspense
          fallback={
            <Page>
              <Skeleton rows={4} />
            </Page>
          }
        >
          <Outlet />
        </Suspense>
      </PageFailed>
    </>
  );
}

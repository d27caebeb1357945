import {
  type ComponentType,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  Suspense,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { Outlet, useLocation } from 'react-router-dom';
import { ChoicesPerPage } from '../../../ui/choice-rows/choices-per-page';
import { type Aside, FieldAside } from '../../../ui/field/field-aside';
import { Page } from '../../../ui/page/page';
import { SiteHeader } from '../../../ui/page/site-header';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { SkipLink } from '../../../ui/skip-link/skip-link';
import { useLatePhone, usePlace } from '../phone/phone-context';
import { useLock } from '../phone/use-lock';
import { usePersistence } from '../phone/use-persistence';
import { useSimpleMode } from '../simple/simple-mode';
import { isApartUnread, watchApart } from './apart-choice';
import { ConnectionBanner } from './connection-banner';
import { releasePresses } from './hold-presses';
import { PageFailed } from './page-failed';
import { ThemeSwitch } from './theme-switch';

/** The pages where a request begins. */
const BEGINNINGS: ReadonlySet<string> = new Set(['/', '/ajukan']);
/** The most choices that simple mode shows at a time. */
const SIMPLE_CHOICES = 2;

/** Receives what to draw below each field; the bar takes it back when it goes. */
export type SimpleBarProps = { offerAside: Dispatch<SetStateAction<Aside | undefined>> };

type LayoutProps = { locked: ReactNode; apart: ReactNode; SimpleBar: ComponentType<SimpleBarProps> };

/**
 * The frame of every page: skip link, header, connection banner, then the page; `locked` replaces the page
 * while a PIN locks this phone, and `apart` stands above the pages where a request begins while an app on an
 * iPhone's home screen has not said that its storage is its own. In simple mode `SimpleBar` stands above the page, and its aside below each
 * text field.
 */
export function Layout({ locked, apart, SimpleBar }: LayoutProps) {
  const [aside, offerAside] = useState<Aside>();
  const { pathname } = useLocation();
  const { settings } = usePlace();
  const isSimple = useSimpleMode();
  const hasPhone = useLatePhone() !== undefined;
  const lock = useLock();
  // The first page names nobody on a locked phone, so it is drawn before the lock state is known; every other
  // page waits.
  const isUnknown = hasPhone && lock === undefined && pathname !== '/';
  const isLocked = lock?.isLocked === true;
  const isApart = useSyncExternalStore(watchApart, isApartUnread, () => false);
  usePersistence(pathname.startsWith('/ajukan/'));
  const waiting = (
    <Page>
      <Skeleton rows={4} />
    </Page>
  );
  return (
    <>
      <SkipLink targetId="isi" />
      <SiteHeader name={settings.programmeName}>{!isSimple && <ThemeSwitch />}</SiteHeader>
      {isSimple && (
        <Suspense>
          <SimpleBar offerAside={offerAside} />
        </Suspense>
      )}
      {!isLocked && <ConnectionBanner />}
      {isApart && !isLocked && BEGINNINGS.has(pathname) && <Suspense>{apart}</Suspense>}
      <PageFailed place={pathname}>
        <ChoicesPerPage value={isSimple ? SIMPLE_CHOICES : undefined}>
          <FieldAside value={aside}>
            <Suspense fallback={waiting}>
              {isLocked ? locked : isUnknown ? waiting : <Outlet />}
              <TakenOver />
            </Suspense>
          </FieldAside>
        </ChoicesPerPage>
      </PageFailed>
    </>
  );
}

/** Mounts with the page itself, which hydrates last. */
function TakenOver() {
  useEffect(releasePresses, []);
  return null;
}

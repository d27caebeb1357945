import './staff-layout.css';
import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { UpdateNotice } from '../../../ui/app-update/update-notice';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { SiteHeader } from '../../../ui/page/site-header';
import { InsecureNotice, isInsecure } from '../../../ui/secure-address/insecure-notice';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { SkipLink } from '../../../ui/skip-link/skip-link';
import { useStaff } from '../session/staff-context';
import { Navigation } from './navigation';
import { PutBackNotice } from './put-back-notice';
import { StaffPageFailed } from './staff-page-failed';

/** The folder is the worker's scope: /petugas/. */
const WORKER = '/petugas/staff-service-worker.js';

/**
 * The frame of every page behind the sign-in: the app's name, the signed-in member, the navigation, then the
 * page.
 */
export function StaffLayout({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { me, isOffline } = useStaff();
  const { pathname } = useLocation();
  return (
    <div className="staff" data-role={me.role}>
      <SkipLink targetId="isi" />
      <SiteHeader name={t('staff.name')}>
        <p className="staff__who">
          {me.name} <span className="staff__role">{t(`staff.role.${me.role}`)}</span>
        </p>
      </SiteHeader>
      <Navigation role={me.role} />
      <div className="staff__notices" data-print="hide">
        {isInsecure() && <InsecureNotice />}
        {isOffline && (
          <Notice kind="info" title={t('staff.offline.title')} isLive>
            {t('staff.offline.text')}
          </Notice>
        )}
        <PutBackNotice />
        <UpdateNotice script={WORKER} />
      </div>
      <StaffPageFailed place={pathname}>
        <Suspense
          fallback={
            <Page>
              <Skeleton rows={4} />
            </Page>
          }
        >
          {children}
        </Suspense>
      </StaffPageFailed>
    </div>
  );
}

import './staff-layout.css';
import type { ReactNode } from 'react';
import { useWords } from '../../../copy/words';
import { SiteHeader } from '../../../ui/page/site-header';
import { InsecureNotice, isInsecure } from '../../../ui/secure-address/insecure-notice';
import { SkipLink } from '../../../ui/skip-link/skip-link';

/** The frame of the pages before the sign-in. */
export function OutsideLayout({ children }: { children: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="staff">
      <SkipLink targetId="isi" />
      <SiteHeader name={t('staff.name')} />
      <div className="staff__notices">{isInsecure() && <InsecureNotice />}</div>
      {children}
    </div>
  );
}

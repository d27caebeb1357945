import type { ReactNode } from 'react';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { GoneNotices } from '../list/gone-notices';
import { useVisit } from './use-visit';

/**
 * Shows a page about the visit named in the address, and otherwise says that the visit is loading, unreadable
 * or missing.
 */
export function VisitGate({ children }: { children: (visit: Visit) => ReactNode }) {
  const { t } = useWords();
  const { found, error } = useVisit();
  if (found?.visit) return children(found.visit);
  const back = <BackLink to="/kunjungan" />;
  if (found === undefined && error === undefined) {
    return (
      <Page back={back}>
        <Skeleton rows={4} />
      </Page>
    );
  }
  if (error !== undefined) {
    return (
      <Page back={back}>
        <PageHeading takesFocus>{t('visits.list.title')}</PageHeading>
        <Notice kind="problem">{t('visits.unreadable')}</Notice>
      </Page>
    );
  }
  return (
    <Page back={back} actions={<ButtonLink to="/kunjungan">{t('visits.list.title')}</ButtonLink>}>
      <PageHeading takesFocus title={t('visits.none.title')} lead={t('visits.none.text')}>
        {t('visits.none.title')}
      </PageHeading>
      <GoneNotices />
    </Page>
  );
}

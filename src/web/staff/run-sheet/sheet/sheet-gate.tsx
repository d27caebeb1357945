import type { ComponentType } from 'react';
import { useParams } from 'react-router-dom';
import type { ShownSheet, ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';
import { useCrewPhone } from './crew-phone';
import { SendState } from './send-state';

export type SheetPageProps = { readonly sheet: ShownSheet };
export type VisitPageProps = { readonly visit: ShownVisit };

/**
 * Whether the day is over on a phone that stayed open past midnight. That day's sheet is then hidden until
 * the crew member signs in again.
 */
function useIsOver(): boolean {
  const { isOffline, signedIn, now } = useStaff();
  return isOffline && now() >= Date.parse(signedIn.offlineUntil);
}

/** Shows a page of the sheet, or says why there is none. */
export function SheetGate({ page: PageOfSheet }: { page: ComponentType<SheetPageProps> }) {
  const { t } = useWords();
  const { sheet, isRead, trouble } = useCrewPhone();
  const isOver = useIsOver();
  if (sheet !== undefined && !isOver) return <PageOfSheet sheet={sheet} />;
  return (
    <Page>
      <PageHeading title={t('run-sheet.title')}>{t('run-sheet.title')}</PageHeading>
      {/* Without an open database it is unknown what waits to be sent. */}
      {trouble === undefined && <SendState />}
      {isOver && <Notice kind="info">{t('run-sheet.dayOver')}</Notice>}
      {isRead && !isOver && <Notice kind="info">{t('run-sheet.none')}</Notice>}
      {!isRead && trouble === undefined && <Skeleton rows={4} />}
    </Page>
  );
}

/** Shows a page of the visit named in the address. */
export function SheetVisitGate({ page }: { page: ComponentType<VisitPageProps> }) {
  const { bookingId } = useParams();
  const { sheet } = useCrewPhone();
  const visit = sheet?.days.flatMap(({ visits }) => visits).find(({ id }) => id === bookingId);
  const isOver = useIsOver();
  const PageOfVisit = page;
  if (visit !== undefined && !isOver) return <PageOfVisit visit={visit} />;
  return <SheetGate page={VisitGone} />;
}

function VisitGone() {
  const { t } = useWords();
  return (
    <Page
      back={<BackLink to={PATHS.runSheet} />}
      actions={<ButtonLink to={PATHS.runSheet}>{t('run-sheet.toSheet')}</ButtonLink>}
    >
      <PageHeading takesFocus lead={t('run-sheet.gone.text')} title={t('run-sheet.gone.title')}>
        {t('run-sheet.gone.title')}
      </PageHeading>
    </Page>
  );
}

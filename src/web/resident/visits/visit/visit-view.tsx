import { isOver } from '../../../../domain/booking/state';
import '../visits.css';
import type { BookingRow } from '../../../../contract/booking-row';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { ButtonLink } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { usePhone } from '../../shell/phone/phone-context';
import { AddToCalendar } from '../calendar/add-to-calendar';
import { ChangeRequest } from '../change/change-request';
import { Followers } from '../follow/followers';
import { followLinkOf, shareTextOf, whatsAppLinkOf } from '../follow/share-text';
import { Alternatives } from '../window/alternatives';
import { CancelVisit } from '../window/cancel-visit';
import { useMayChange } from '../window/use-may-change';
import { WithdrawVisit } from '../window/withdraw-visit';
import { EditRefusedButton } from './edit-refused-button';
import { FollowUpButton } from './follow-up-button';
import { FreeNotice } from './free-notice';
import { KeepPerson } from './keep-person';
import { PrepareList } from './prepare-list';
import { PrintVisit } from './print-visit';
import { RequestSummary } from './request-summary';
import { useVisitChanges } from './use-visit-changes';
import { VisitFacts } from './visit-facts';
import { kindOf } from './visit-kind';
import { VisitNotices } from './visit-notices';
import { VisitPhotosLink } from './visit-photos-link';
import { VisitResults } from './visit-results';
import { titleOf } from './visit-title';

function VisitActions({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const may = useMayChange(visit);
  const { row, personal } = visit;
  if (visit.putBack?.notes.includes('not-asked')) {
    return (
      <ButtonLink icon="plus" to="/ajukan">
        {t('home.book')}
      </ButtonLink>
    );
  }
  if (kindOf(visit) === 'refused') return <EditRefusedButton visit={visit} />;
  if (visit.delivery === 'kept' && visit.pending === 'submit') return <WithdrawVisit visit={visit} />;
  const token = visit.isLinkWaiting ? undefined : personal?.followToken;
  const link = token && followLinkOf(token, location.origin);
  const isPast = row !== undefined && isOver(row.state);
  return (
    <>
      {row && !isPast && (
        <ButtonLink
          icon="share"
          href={whatsAppLinkOf(shareTextOf(visit, link, t, city.settings.utcOffsetMinutes))}
        >
          {t('visits.share.whatsapp')}
        </ButtonLink>
      )}
      {row?.state === 'cancelled' && row.role === 'requester' && (
        <ButtonLink icon="plus" to="/ajukan">
          {t('home.book')}
        </ButtonLink>
      )}
      {row?.state === 'closed' && row.role === 'requester' && row.visit?.nextVisit === 'wanted' && (
        <FollowUpButton visit={visit} />
      )}
      {row && <AddToCalendar row={row} />}
      {!isPast && <PrintVisit visit={visit} />}
      {(may.cancel === 'perhaps' || may['choose-window'] === 'perhaps') && (
        <Notice kind="warning">{t('visits.clock.late')}</Notice>
      )}
      <ChangeRequest visit={visit} at="bottom" />
      {may['choose-window'] !== 'no' && (
        <ButtonLink variant="secondary" icon="clock" to={`/kunjungan/${visit.id}/waktu`}>
          {t('visits.window.open')}
        </ButtonLink>
      )}
      {may.cancel !== 'no' && <CancelVisit visit={visit} />}
    </>
  );
}

function EraseLink({ row }: { row: BookingRow }) {
  const { t } = useWords();
  const title = t(row.erasedAt === undefined ? 'visits.erase' : 'visits.erased');
  return <LinkRows rows={[{ to: `/hapus-data/${row.id}`, title, icon: 'trash' }]} />;
}

/** Shows one visit: its state, large, then what the resident can do. */
export function VisitView({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const may = useMayChange(visit);
  const since = useVisitChanges(visit);
  const kind = kindOf(visit);
  const isAhead = kind !== 'refused' && !(visit.row && isOver(visit.row.state));
  const token = visit.personal?.followToken;
  return (
    <Page back={<BackLink to="/kunjungan" />} actions={<VisitActions visit={visit} />}>
      <PageHeading takesFocus caption={titleOf(visit, city)} title={t(`visits.state.${kind}`)}>
        {t(`visits.state.${kind}`)}
      </PageHeading>
      <VisitNotices visit={visit} since={since} />
      <VisitFacts visit={visit} />
      <VisitResults visit={visit} />
      {isAhead && <KeepPerson visit={visit} />}
      {kind === 'waiting' && may['choose-window'] !== 'no' && <Alternatives visit={visit} />}
      {isAhead && <PrepareList visit={visit} />}
      {isAhead && visit.personal && <VisitPhotosLink visit={visit} />}
      {token !== undefined && visit.row && <Followers visit={visit} token={token} isAhead={isAhead} />}
      <RequestSummary visit={visit} />
      {visit.row && isOver(visit.row.state) && visit.row.role === 'requester' && (
        <EraseLink row={visit.row} />
      )}
      <FreeNotice />
    </Page>
  );
}

import { isOver } from '../../../../domain/booking/state';
import type { ResidentProblem } from '../../../../domain/problem';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { usePhone } from '../../shell/phone/phone-context';
import { formatChoice, formatWindow } from '../calendar/format-date';
import { ChangeRequest } from '../change/change-request';
import { DeskQuestion } from './desk-question';
import { useProblemWords } from './problem-words';
import { PutBackNotice } from './put-back-notice';
import { kindOf } from './visit-kind';

function ProblemNotice({ code, title }: { code: ResidentProblem; title: string }) {
  return (
    <Notice kind="problem" title={title} isLive>
      {useProblemWords(code)}
    </Notice>
  );
}

function ChangedNotice({ visit, since }: { visit: Visit; since: Visit['changedSince'] }) {
  const { t } = useWords();
  const { row } = visit;
  // A requester who cancelled the visit knows already.
  const isOwnCancel =
    row?.state === 'cancelled' && row.role === 'requester' && row.cancelled?.by === 'requester';
  if (!since || !row || isOwnCancel) return null;
  const isAhead = !isOver(row.state);
  return (
    <Notice kind="info" title={t('visits.changed.title')} isLive>
      {since.state && <p>{t('visits.changed.state', { state: t(`visits.state.${kindOf(visit)}`) })}</p>}
      {since.isAccepted && isAhead && <p>{t('visits.changed.accepted')}</p>}
      {since.isChanged && isAhead && <p>{t('visits.changed.request')}</p>}
      {since.isAsked && isAhead && <p>{t('visits.changed.asked')}</p>}
      {since.hasResults && <p>{t('visits.changed.results')}</p>}
      {since.scheduled && row.scheduled && row.state === 'scheduled' && (
        <p>{t('visits.changed.window', { when: formatWindow(row.scheduled) })}</p>
      )}
    </Notice>
  );
}

function PendingNotice({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { windows } = usePhone().city.settings;
  if (visit.pending === 'cancel') {
    return (
      <Notice kind="warning" title={t('visits.pending.cancel.title')} isLive>
        {t(visit.delivery === 'kept' ? 'visits.pending.cancel.late' : 'visits.pending.cancel.text')}
      </Notice>
    );
  }
  if (visit.pending === 'change') {
    return (
      <Notice kind="warning" title={t('visits.pending.change.title')} isLive>
        {t('visits.pending.change.text')}
      </Notice>
    );
  }
  if (visit.pending !== 'choose-window') return null;
  const { pendingChoice } = visit;
  return (
    <Notice kind="warning" title={t('visits.pending.window.title')} isLive>
      {pendingChoice && (
        <p>{t('visits.pending.window.choice', { when: formatChoice(pendingChoice, windows) })}</p>
      )}
      <p>{t('visits.pending.window.text')}</p>
    </Notice>
  );
}

/**
 * Shows what the resident must know before the facts: what changed, what waits to be sent, what was refused.
 */
export function VisitNotices({ visit, since }: { visit: Visit; since: Visit['changedSince'] }) {
  const { t } = useWords();
  const kind = kindOf(visit);
  // The pending notice already says that the request may have arrived.
  const isWithdrawn = kind === 'kept' && visit.pending === 'cancel';
  const { row } = visit;
  const isByDesk = row?.cancelled?.by === 'desk';
  const reason = row?.cancelled?.reason;
  const isAccepted = row?.acceptedAt !== undefined && (kind === 'waiting' || kind === 'scheduled');
  return (
    <>
      <PutBackNotice visit={visit} />
      {visit.hasUnread && (
        <Notice kind="warning" title={t('visits.unread.title')}>
          {t('visits.unread.text')}
        </Notice>
      )}
      <ChangedNotice visit={visit} since={since} />
      <PendingNotice visit={visit} />
      {visit.problem && (
        <ProblemNotice
          code={visit.problem.code}
          title={t(kind === 'refused' ? 'visits.refused.title' : 'visits.refused.change')}
        />
      )}
      <ChangeRequest visit={visit} at="reason" />
      <DeskQuestion visit={visit} />
      {isAccepted && <StatusTag tone="good">{t('visits.accepted')}</StatusTag>}
      {kind === 'cancelled' && isByDesk && <p>{t('visits.cancelled.desk')}</p>}
      {kind !== 'scheduled' && !isWithdrawn && !(kind === 'cancelled' && isByDesk) && (
        <p>{t(`visits.next.${kind}`)}</p>
      )}
      {kind === 'referred' && reason && <p>{t('visits.referred.where', { where: reason })}</p>}
      {kind === 'cancelled' && reason && <p>{t('visits.cancelled.reason', { reason })}</p>}
    </>
  );
}

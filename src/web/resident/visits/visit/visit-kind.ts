import type { BookingState } from '../../../../domain/booking/state';
import { isAllDone } from '../../../../domain/visit/outcome';
import type { Visit } from '../../../../offline/store/visit/visit';
import type { IconName } from '../../../ui/icon/icon-paths';
import type { StatusTone } from '../../../ui/status-tag/status-tag';

/** The state of a visit as far as this phone knows; the words are under `visits.state.`. */
export type VisitKind = 'kept' | 'sent' | 'refused' | 'unfinished' | 'referred' | BookingState;

/** Returns the kind of a visit. Without the server's row it promises nothing. */
export function kindOf(visit: Pick<Visit, 'delivery' | 'row'>): VisitKind {
  if (visit.delivery === 'refused') return 'refused';
  const { row } = visit;
  if (row !== undefined) {
    if (row.isReferred && row.state === 'cancelled') return 'referred';
    const outcomes = row.visit?.outcomes ?? [];
    const isUnfinished = row.state === 'closed' && outcomes.length > 0 && !isAllDone(outcomes);
    return isUnfinished ? 'unfinished' : row.state;
  }
  return visit.delivery === 'known' ? 'sent' : 'kept';
}

/** The tone and icon of each kind, drawn beside its words. */
export const KIND_TAGS: Readonly<Record<VisitKind, { readonly tone: StatusTone; readonly icon: IconName }>> =
  {
    kept: { tone: 'waiting', icon: 'handset' },
    sent: { tone: 'waiting', icon: 'send' },
    refused: { tone: 'bad', icon: 'problem' },
    waiting: { tone: 'waiting', icon: 'queue' },
    scheduled: { tone: 'good', icon: 'calendar' },
    departed: { tone: 'good', icon: 'van' },
    arrived: { tone: 'good', icon: 'pin' },
    unfinished: { tone: 'warning', icon: 'warning' },
    closed: { tone: 'plain', icon: 'done' },
    referred: { tone: 'plain', icon: 'pin' },
    cancelled: { tone: 'plain', icon: 'close' },
  };

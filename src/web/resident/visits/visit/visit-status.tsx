import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { formatClock, formatWindow } from '../calendar/format-date';
import { KIND_TAGS, kindOf } from './visit-kind';

/** Shows the state with its most important detail: the date, the place on the waiting list, or since when. */
export function VisitStatus({ visit, utcOffsetMinutes }: { visit: Visit; utcOffsetMinutes: number }) {
  const { t } = useWords();
  const kind = kindOf(visit);
  const state = t(`visits.state.${kind}`);
  const { scheduled, waiting, visit: made } = visit.row ?? {};
  const since = kind === 'departed' ? made?.departedAt : kind === 'arrived' ? made?.arrivedAt : undefined;
  const words =
    kind === 'scheduled' && scheduled
      ? t('visits.card.scheduled', { state, when: formatWindow(scheduled) })
      : kind === 'waiting' && waiting
        ? t('visits.card.waiting', { state, place: waiting.place })
        : since === undefined
          ? state
          : t('visits.card.since', { state, time: formatClock(since, scheduled?.date, utcOffsetMinutes) });
  return <StatusTag {...KIND_TAGS[kind]}>{words}</StatusTag>;
}

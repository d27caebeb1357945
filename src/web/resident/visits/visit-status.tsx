import type { Visit } from '../../../offline/store/visit';
import { useWords } from '../../copy/words';
import { StatusTag } from '../../ui/status-tag/status-tag';
import { formatWindow } from './format-date';
import { KIND_LOOKS, kindOf } from './visit-kind';

/** The state with what matters most of it: the date, or the place on the waiting list. */
export function VisitStatus({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const kind = kindOf(visit);
  const state = t(`visits.state.${kind}`);
  const { scheduled, waiting } = visit.row ?? {};
  const words =
    kind === 'scheduled' && scheduled
      ? t('visits.card.scheduled', { state, when: formatWindow(scheduled) })
      : kind === 'waiting' && waiting
        ? t('visits.card.waiting', { state, place: waiting.place })
        : state;
  return <StatusTag {...KIND_LOOKS[kind]}>{words}</StatusTag>;
}

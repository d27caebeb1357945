import { memo } from 'react';
import { Link } from 'react-router-dom';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { keepWhole } from '../../../ui/whole-words/whole-words';
import { useStaff } from '../../shell/session/staff-context';
import { visitPath } from '../sheet-paths';
import { areaWords, deliveryOf, hoursWords, serviceWords, stateOf } from './sheet-words';

function DrawnRow({ visit, place }: { visit: ShownVisit; place: number }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { tone, words } = stateOf(visit);
  const delivery = deliveryOf(visit);
  return (
    <article className="visit-row">
      <p className="visit-row__place" aria-hidden="true">
        {place}
      </p>
      <div className="visit-row__words">
        <h3 className="visit-row__name">
          <Link className="visit-row__link" to={visitPath(visit.id)}>
            {keepWhole(visit.request.recipient.name)}
          </Link>
        </h3>
        <p className="visit-row__hours">{hoursWords(visit.scheduled)}</p>
        <p>{keepWhole(areaWords(visit, city))}</p>
        <p>{visit.request.services.map((id) => serviceWords(id, city)).join(', ')}</p>
        <p className="visit-row__states">
          <StatusTag tone={tone}>{t(words)}</StatusTag>
          {visit.isChanged && <StatusTag tone="warning">{t('run-sheet.changed.tag')}</StatusTag>}
          {delivery && <span className="visit-row__delivery">{t(delivery)}</span>}
        </p>
      </div>
    </article>
  );
}

/**
 * Shows one visit in the list. Criteria: one link over the whole row, named by the person; hours and place
 * before details. Memoised, so that the rows of a day with 40 visits are not redrawn when the buttons beside
 * them come and go.
 */
export const SheetVisitRow = memo(DrawnRow);

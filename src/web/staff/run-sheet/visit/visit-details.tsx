import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Expander } from '../../../ui/expander/expander';
import { Icon } from '../../../ui/icon/icon';
import { ChangedParts } from '../../shell/changed/changed-parts';
import { useStaff } from '../../shell/session/staff-context';
import { momentWords, serviceWords } from '../sheet/sheet-words';
import { historyWords } from './history-words';
import { requirementWords } from './requirement-words';
import { requirementsOf } from './requirements-of';

/**
 * Lists the requirements and says which of them the resident has ticked as ready. In words, because a tick
 * alone is easily overlooked.
 */
export function Requirements({ visit }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { city } = useStaff();
  return (
    <section className="visit-part" aria-labelledby="part-requirements">
      <h2 id="part-requirements">{t('run-sheet.requirements')}</h2>
      <ul className="visit-lines">
        {requirementsOf(visit, city).map(({ requirement }) => {
          const isReady = visit.request.prepared.includes(requirement.id);
          return (
            <li className="visit-lines__line" key={requirement.id}>
              <Icon name={isReady ? 'done' : 'close'} />
              <span>
                {requirement.name}{' '}
                <span className="visit-lines__state">
                  {t(isReady ? 'run-sheet.requirements.ready' : 'run-sheet.requirements.notReady')}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Shows what the crew recorded at the home: the outcome of each service and the missing requirements. */
export function Outcomes({ visit: { visit } }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { city } = useStaff();
  if (visit === undefined || visit.outcomes.length === 0) return null;
  return (
    <section className="visit-part" aria-labelledby="part-outcomes">
      <h2 id="part-outcomes">{t('run-sheet.outcomes')}</h2>
      <ul className="visit-lines">
        {visit.outcomes.map(({ service, outcome, reason }) => (
          <li key={service}>
            <strong>{serviceWords(service, city)}:</strong> {t(`run-sheet.outcome.${outcome}`)}
            {reason !== '' && `. ${reason}`}
          </li>
        ))}
      </ul>
      {visit.lacking.length > 0 && (
        <p>
          {t('run-sheet.lacking')}: {visit.lacking.map((id) => requirementWords(id, city)).join(', ')}
        </p>
      )}
      {visit.nextVisit === 'wanted' && <p>{t('run-sheet.next.wanted')}</p>}
    </section>
  );
}

/** Shows the notes of crew and desk, and the history. */
export function NotesAndHistory({ visit }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { city, now } = useStaff();
  return (
    <>
      {visit.notes.length > 0 && (
        <section className="visit-part" aria-labelledby="part-notes">
          <h2 id="part-notes">{t('run-sheet.notes')}</h2>
          <ul className="visit-lines">
            {visit.notes.map(({ at, by, note }) => (
              <li key={`${at} ${note}`}>
                {note}{' '}
                <span className="visit-lines__state">
                  {by === '' ? t('run-sheet.notes.own') : by}, {momentWords(at, city, now())}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {visit.history.length > 0 && (
        <Expander summary={t('run-sheet.history')}>
          <ul className="visit-lines">
            {visit.history.map(({ at, by, action, note, parts }) => (
              <li key={`${at} ${action}`}>
                {t(historyWords(action))}{' '}
                <span className="visit-lines__state">
                  {[by, momentWords(at, city, now())].filter(Boolean).join(', ')}
                </span>
                {note !== undefined && <p>{note}</p>}
                {parts !== undefined && <ChangedParts parts={parts} />}
              </li>
            ))}
          </ul>
        </Expander>
      )}
    </>
  );
}

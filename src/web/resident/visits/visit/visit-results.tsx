import { findService } from '../../../../domain/catalogue/find-service';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { StatusTag } from '../../../ui/status-tag/status-tag';
import { usePhone } from '../../shell/phone/phone-context';
import { OUTCOME_TONES } from './outcome-tones';

/**
 * Shows each service's outcome, what happens next with it, the crew's reason where this phone may read it,
 * and what to bring next time.
 */
export function VisitResults({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const { outcomes = [], lacking = [], nextVisit } = visit.row?.visit ?? {};
  if (outcomes.length === 0) return null;
  const lackingNames = lacking.map(
    (id) => city.catalogue.requirements.find((requirement) => requirement.id === id)?.name ?? id,
  );
  return (
    <>
      <section className="visit__section" aria-labelledby="visit-results">
        <h2 id="visit-results">{t('visits.results.title')}</h2>
        <ul className="visit__results">
          {outcomes.map(({ service, outcome, reason }) => (
            <li key={service}>
              <p className="visit__service">{findService(city.catalogue, service)?.name ?? service}</p>
              <StatusTag tone={OUTCOME_TONES[outcome]}>{t(`visits.outcome.${outcome}`)}</StatusTag>
              {reason !== '' && <p className="visit__said">{t('outcome.said', { reason })}</p>}
              <p>{t(`outcome.next.${outcome}`)}</p>
            </li>
          ))}
        </ul>
      </section>
      {lackingNames.length > 0 && (
        <section className="visit__section" aria-labelledby="visit-lacking">
          <h2 id="visit-lacking">{t('visits.lacking.title')}</h2>
          <ul>
            {lackingNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {nextVisit === 'wanted' && <p>{t('visits.followUp.wanted')}</p>}
    </>
  );
}

import { useState } from 'react';
import { findService } from '../../../../domain/catalogue/find-service';
import type { Service } from '../../../../domain/catalogue/service';
import type { ChecklistItem } from '../../../../domain/checklist/checklist';
import { buildChecklist } from '../../../../domain/checklist/checklist';
import type { Visit } from '../../../../offline/store/visit/visit';
import { setPrepared } from '../../../../offline/store/visit/visits';
import type { Translate } from '../../../copy/words';
import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { Notice } from '../../../ui/notice/notice';
import { keepWhole } from '../../../ui/whole-words/whole-words';
import { usePhone } from '../../shell/phone/phone-context';
import { usePhoneAction } from './use-phone-action';

/** Returns the requirement's note and, when several services are chosen, the services that ask for it. */
function explain(
  { requirement, forServices }: ChecklistItem,
  chosen: readonly Service[],
  t: Translate,
): string | undefined {
  const services = forServices.map((service) => service.shortName).join(', ');
  const parts = [requirement.note?.replace(/\.$/, '')];
  if (chosen.length > 1) parts.push(t('visits.prepare.for', { services }));
  return parts.filter((part) => part !== undefined).join('. ') || undefined;
}

/**
 * Lists what to prepare, each requirement once, and keeps a tick on this phone at once. On a follower's phone
 * the list has no ticks.
 */
export function PrepareList({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, city } = usePhone();
  const { run, hasFailed } = usePhoneAction();
  // Shown before the phone has written them, so that two quick ticks never undo each other.
  const [ticked, setTicked] = useState(visit.prepared);
  const services = visit.services.flatMap((id) => findService(city.catalogue, id) ?? []);
  const { items } = buildChecklist(services, visit.answers, city.catalogue);
  const needsPresence = services.some((service) => service.present === 'yes');
  const needsOwnPhone = services.some((service) => service.ownPhone);
  return (
    <section className="visit__section" aria-labelledby="visit-prepare">
      <h2 id="visit-prepare">{t('visits.prepare.title')}</h2>
      {needsPresence && <p>{t('visits.prepare.present')}</p>}
      {needsOwnPhone && <p>{t('visits.prepare.ownPhone')}</p>}
      {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      {items.length === 0 && <p>{t('visits.prepare.nothing')}</p>}
      {items.length > 0 && visit.personal === undefined && (
        <ul>
          {items.map((item) => (
            <li key={item.requirement.id}>
              {keepWhole([item.requirement.name, explain(item, services, t)].filter(Boolean).join('. '))}
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && visit.personal !== undefined && (
        <CheckRows
          id="prepared"
          label={t('visits.prepare.label')}
          choices={items.map((item) => ({
            value: item.requirement.id,
            label: item.requirement.name,
            hint: explain(item, services, t),
          }))}
          values={ticked}
          onChange={(values) => {
            setTicked(values);
            void run(() => setPrepared(store, visit.id, values));
          }}
        />
      )}
    </section>
  );
}

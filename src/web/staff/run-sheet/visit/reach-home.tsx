import { formatPhone } from '../../../../domain/people/format-phone';
import { canWhatsApp } from '../../../../domain/people/phone';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Facts } from '../../../ui/fact/fact';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { useStaff } from '../../shell/session/staff-context';
import { areaWords, streetWords } from '../sheet/sheet-words';

/** Shows where the home is and how to reach the people there: map, call, WhatsApp, each a large button. */
export function ReachHome({ visit }: { visit: ShownVisit }) {
  const { t } = useWords();
  const { city } = useStaff();
  const { place, contact } = visit.request;
  const { point } = place;
  const written = useNumberAbroad(formatPhone(contact.phone));
  return (
    <section className="visit-part" aria-labelledby="part-home">
      <h2 id="part-home">{t('run-sheet.home')}</h2>
      <Facts
        facts={[
          { label: t('run-sheet.address'), value: streetWords(place), note: areaWords(visit, city) },
          ...(place.landmark === '' ? [] : [{ label: t('run-sheet.landmark'), value: place.landmark }]),
          { label: t('run-sheet.contact'), value: contact.name, note: written },
        ]}
      />
      <div className="visit-part__buttons">
        {point && (
          <ButtonLink
            variant="secondary"
            icon="pin"
            href={`geo:${point.lat},${point.lng}?q=${point.lat},${point.lng}`}
          >
            {t('run-sheet.map')}
          </ButtonLink>
        )}
        <ButtonLink variant="secondary" icon="phone" href={`tel:${contact.phone}`}>
          {t('run-sheet.call')}
        </ButtonLink>
        {canWhatsApp(contact.phone) && (
          <ButtonLink variant="secondary" icon="chat" href={`https://wa.me/${contact.phone.slice(1)}`}>
            {t('run-sheet.whatsapp')}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

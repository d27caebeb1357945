import { findService } from '../../../../domain/catalogue/find-service';
import { formatPhone } from '../../../../domain/people/format-phone';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Expander } from '../../../ui/expander/expander';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import type { SummaryRow } from '../../../ui/summary-list/summary-list';
import { SummaryList } from '../../../ui/summary-list/summary-list';
import { usePhone } from '../../shell/phone/phone-context';
import { formatChoice } from '../calendar/format-date';
import { areaNameOf } from './visit-title';

/** Shows the request. A follower's phone knows no name, address or phone number, so it shows none. */
export function RequestSummary({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const { personal, preferences } = visit;
  const phone = useNumberAbroad(formatPhone(personal?.contactPhone ?? ''));
  const services = visit.services.map((id) => findService(city.catalogue, id)?.name ?? id);
  const times =
    preferences === 'any'
      ? t('visits.summary.any')
      : preferences.map((choice) => formatChoice(choice, city.settings.windows)).join('; ');
  const rows: SummaryRow[] = [{ question: t('visits.summary.services'), answer: services.join(', ') }];
  if (personal) rows.unshift({ question: t('visits.summary.recipient'), answer: personal.recipientName });
  const address = personal
    ? [
        personal.street,
        personal.rt && `RT ${personal.rt}`,
        personal.rw && `RW ${personal.rw}`,
        areaNameOf(visit, city),
        personal.landmark,
      ]
    : [areaNameOf(visit, city)];
  rows.push({
    question: t('visits.summary.address'),
    answer: address.filter((part) => part !== '').join(', '),
  });
  rows.push({ question: t('visits.summary.times'), answer: times });
  if (personal) {
    rows.push({
      question: t('visits.summary.contact'),
      answer: `${personal.contactName}, ${phone}`,
    });
  }
  return (
    <Expander summary={t('visits.summary.title')}>
      <SummaryList rows={rows} />
    </Expander>
  );
}

import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { findService } from '../../../../domain/catalogue/find-service';
import { buildChecklist } from '../../../../domain/checklist/checklist';
import { formatPhone } from '../../../../domain/people/format-phone';
import type { Visit } from '../../../../offline/store/visit/visit';
import { shortAddress } from '../../../copy/short-address';
import { useWords } from '../../../copy/words';
import type { Fact } from '../../../ui/fact/fact';
import { PrintTicket } from '../../../ui/ticket-sheet/print-ticket';
import type { Ticket } from '../../../ui/ticket-sheet/ticket-sheet';
import { usePhone } from '../../shell/phone/phone-context';
import { formatDate, formatHours } from '../calendar/format-date';
import { followLinkOf } from '../follow/share-text';

/**
 * "Cetak": prints ticket and checklist on one sheet, for a recipient without a phone. Draws nothing before
 * the server has answered.
 */
export function PrintVisit({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const { row, personal } = visit;
  if (row === undefined) return null;
  const makeTicket = (): Ticket => {
    const { settings, catalogue, name } = city;
    const services = visit.services.flatMap((id) => findService(catalogue, id) ?? []);
    const { items } = buildChecklist(services, visit.answers, catalogue);
    const number = formatPublicNumber(row.number);
    const token = personal?.followToken;
    const facts: Fact[] = row.scheduled
      ? [
          { label: t('visits.fact.date'), value: formatDate(row.scheduled.date), isLarge: true },
          { label: t('visits.fact.hours'), value: formatHours(row.scheduled), isLarge: true },
        ]
      : [{ label: t('visits.fact.date'), value: t('visits.print.noDate'), isLarge: true }];
    const calls = settings.contacts.flatMap(({ label, phone }) =>
      phone === undefined ? [] : [`${label}: ${formatPhone(phone)}`],
    );
    const { complaints } = settings;
    const sms = t('visits.free.sms', { number: complaints.sms });
    const reports = `${shortAddress(complaints.url)}, ${sms}`;
    return {
      heading: `${settings.programmeName} ${name}`,
      number,
      name: personal?.recipientName ?? '',
      facts: [...facts, { label: t('visits.fact.number'), value: number, isLarge: true }],
      services: { title: t('visits.summary.services'), names: services.map((service) => service.name) },
      requirements: {
        title: t('visits.prepare.title'),
        items: items.map(({ requirement }) => ({
          name: requirement.name,
          isReady: visit.prepared.includes(requirement.id),
        })),
      },
      notes: [`${t('visits.free.title')}. ${complaints.text}`, reports, ...calls],
      code:
        token === undefined
          ? { text: number, title: t('visits.print.numberCode') }
          : { text: followLinkOf(token, location.origin), title: t('visits.follow.title') },
    };
  };
  return <PrintTicket label={t('visits.print')} busyLabel={t('visits.print.busy')} makeTicket={makeTicket} />;
}

import type { BookingFile } from '../../../../contract/staff/desk';
import { findService } from '../../../../domain/catalogue/find-service';
import { buildChecklist } from '../../../../domain/checklist/checklist';
import { formatPhone } from '../../../../domain/people/format-phone';
import { fullDayWords, hourWords } from '../../../copy/dates';
import { shortAddress } from '../../../copy/short-address';
import { useWords } from '../../../copy/words';
import { PrintTicket } from '../../../ui/ticket-sheet/print-ticket';
import type { Ticket } from '../../../ui/ticket-sheet/ticket-sheet';
import { useStaff } from '../../shell/session/staff-context';

/**
 * "Cetak untuk warga": prints the ticket of a resident who booked by phone or at a counter. The server keeps
 * only the hash of a follow link, so the code holds the visit's number instead.
 */
export function PrintFile({ file }: { file: BookingFile }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const makeTicket = (): Ticket => {
    const { number, state, scheduled, request, referredTo } = file.booking;
    const { settings, catalogue, name } = city;
    const services = request.services.flatMap((id) => findService(catalogue, id) ?? []);
    const { items } = buildChecklist(services, request.answers, catalogue);
    const spoken = `${number.slice(0, 4)} ${number.slice(4)}`;
    const calls = settings.contacts.flatMap(({ label, phone }) =>
      phone === undefined ? [] : [`${label}: ${formatPhone(phone)}`],
    );
    const { complaints } = settings;
    const sms = t('desk.print.sms', { number: complaints.sms });
    const reports = `${shortAddress(complaints.url)}, ${sms}`;
    const ended = [
      {
        label: t('desk.print.state'),
        value: t(`desk.state.${referredTo === undefined ? 'cancelled' : 'referred'}`),
        isLarge: true,
      },
      ...(referredTo ? [{ label: t('desk.print.referredTo'), value: referredTo }] : []),
    ];
    return {
      heading: `${settings.programmeName} ${name}`,
      number: spoken,
      name: request.recipient.name,
      facts: [
        ...(state === 'cancelled'
          ? ended
          : [
              {
                label: t('desk.print.date'),
                value: scheduled ? fullDayWords(scheduled.date, locale) : t('desk.print.noDate'),
                isLarge: true,
              },
            ]),
        ...(scheduled ? [{ label: t('desk.print.hours'), value: hourWords(scheduled), isLarge: true }] : []),
        { label: t('desk.print.number'), value: spoken, isLarge: true },
      ],
      services: { title: t('desk.print.services'), names: services.map((service) => service.name) },
      requirements: {
        title: t('desk.print.requirements'),
        items: items.map(({ requirement }) => ({
          name: requirement.name,
          isReady: request.prepared.includes(requirement.id),
        })),
      },
      notes: [`${t('desk.print.free')} ${complaints.text}`, reports, ...calls],
      code: { text: spoken, title: t('desk.print.code') },
    };
  };
  return <PrintTicket label={t('desk.print')} busyLabel={t('desk.print.busy')} makeTicket={makeTicket} />;
}

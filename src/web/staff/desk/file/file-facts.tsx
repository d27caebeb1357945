import type { BookingFile } from '../../../../contract/staff/desk';
import { hoursOn } from '../../../../domain/calendar/hours-on';
import type { LocalDate } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import { buildChecklist } from '../../../../domain/checklist/checklist';
import { areaLabel, findArea } from '../../../../domain/city/search-areas';
import { hourWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list/summary-list';
import { useStaff } from '../../shell/session/staff-context';

/** Shows everything in the request, in the order in which the desk asks for it. */
export function FileFacts({ file }: { file: BookingFile }) {
  const words = useWords();
  const { t } = words;
  const { city } = useStaff();
  const { request, minutes, question, visit } = file.booking;
  const services = request.services.flatMap((id) => findService(city.catalogue, id) ?? []);
  const programmes = city.settings.programmes.filter(({ id }) =>
    services.some(({ programme }) => programme === id),
  );
  const { items } = buildChecklist(services, request.answers, city.catalogue);
  const area = findArea(city.areas, request.place.area);
  const { street, rt, rw, landmark, point } = request.place;
  const address = [street, rt && `RT ${rt}`, rw && `RW ${rw}`, area ? areaLabel(area) : request.place.area];
  const { birthYear, nikLast4 } = request.recipient;
  const needs = [...request.needs.map((need) => t(`booking.need.${need}`)), request.needsNote ?? ''];
  const wishes =
    request.preferences === 'any'
      ? t('booking.times.any')
      : request.preferences.map(({ date, window }) => wishWords(date, window)).join('; ');
  const rows: SummaryRow[] = [
    { question: t('desk.fact.services'), answer: services.map(({ name }) => name).join(', ') },
    { question: t('desk.fact.programme'), answer: programmes.map(({ name }) => name).join(', ') },
    { question: t('desk.fact.minutes'), answer: t('desk.row.minutes', { minutes }) },
    { question: t('desk.fact.for'), answer: t(`desk.for.${request.recipientIs}`) },
    { question: t('desk.fact.born'), answer: String(birthYear) },
    {
      question: t('desk.fact.nik'),
      answer: nikLast4 === undefined ? t('desk.fact.none') : `•••• ${nikLast4}`,
    },
    { question: t('desk.fact.needs'), answer: needs.filter(Boolean).join('; ') || t('desk.fact.none') },
    { question: t('desk.fact.address'), answer: address.filter(Boolean).join(', ') },
    { question: t('desk.fact.landmark'), answer: landmark || t('desk.fact.none') },
    ...(point
      ? [
          {
            question: t('desk.fact.point'),
            answer: (
              <a href={`geo:${point.lat},${point.lng}`}>
                {t('desk.fact.accuracy', { metres: Math.round(point.accuracyM) })}
              </a>
            ),
          },
        ]
      : []),
    { question: t('desk.fact.wishes'), answer: wishes },
    {
      question: t('desk.fact.requirements'),
      answer: (
        <ul className="file__papers">
          {items.map(({ requirement }) => (
            <li key={requirement.id}>
              {request.prepared.includes(requirement.id)
                ? t('desk.fact.ready', { paper: requirement.name })
                : requirement.name}
            </li>
          ))}
        </ul>
      ),
    },
    ...(question ? [{ question: t('desk.fact.question'), answer: question.text }] : []),
    ...(visit?.outcomes ?? []).map(({ service, outcome, reason }) => ({
      question: t('desk.fact.outcome', {
        service: findService(city.catalogue, service)?.shortName ?? service,
      }),
      answer: [t(`desk.outcome.${outcome}`), reason].filter(Boolean).join(': '),
    })),
  ];
  return (
    <section className="file__facts" aria-label={t('desk.file.facts')}>
      <SummaryList rows={rows} />
    </section>
  );

  function wishWords(date: LocalDate, window: string): string {
    const rule = city.settings.windows.find(({ id }) => id === window);
    const day = shortDayWords(date, words.locale);
    return rule === undefined ? day : `${day}, ${rule.name} ${hourWords(hoursOn(rule, date))}`;
  }
}

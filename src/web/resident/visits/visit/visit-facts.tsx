import { formatPublicNumber } from '../../../../domain/booking/public-number';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Card } from '../../../ui/card/card';
import type { Fact } from '../../../ui/fact/fact';
import { Facts } from '../../../ui/fact/fact';
import { usePhone } from '../../shell/phone/phone-context';
import { formatClock, formatDate, formatHours, formatInstant } from '../calendar/format-date';

/** Breaks lines after the weekday if at all, and sets the year smaller, because nobody doubts it. */
function DateWords({ date }: { date: string }) {
  const [weekday, day, month, year] = formatDate(date).split(' ');
  return (
    <>
      {weekday}{' '}
      <span className="visit__date">
        {day} {month} <span className="visit__year">{year}</span>
      </span>
    </>
  );
}

/**
 * The ticket: date, hours and public number, large; then the times when the crew departed, arrived and closed
 * the visit. Draws nothing before the server has answered.
 */
export function VisitFacts({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { utcOffsetMinutes } = usePhone().city.settings;
  const { row } = visit;
  if (!row) return null;
  const facts: Fact[] = [];
  if (row.scheduled && row.state !== 'cancelled' && row.state !== 'waiting') {
    facts.push({
      label: t('visits.fact.date'),
      value: <DateWords date={row.scheduled.date} />,
      isLarge: true,
    });
    facts.push({ label: t('visits.fact.hours'), value: formatHours(row.scheduled), isLarge: true });
  }
  if (row.state === 'waiting' && row.waiting) {
    facts.push({
      label: t('visits.fact.place'),
      value: row.waiting.place,
      isLarge: true,
      note: t('visits.fact.place.asOf', { when: formatInstant(row.waiting.readAt, utcOffsetMinutes) }),
    });
  }
  if (row.state === 'departed' || row.state === 'arrived' || row.state === 'closed') {
    for (const step of ['departedAt', 'arrivedAt', 'closedAt'] as const) {
      const instant = row.visit?.[step];
      if (instant === undefined) continue;
      const value = formatClock(instant, row.scheduled?.date, utcOffsetMinutes);
      facts.push({ label: t(`visits.fact.${step}`), value });
    }
  }
  facts.push({ label: t('visits.fact.number'), value: formatPublicNumber(row.number), isLarge: true });
  return (
    <Card hasBand>
      <Facts facts={facts} />
    </Card>
  );
}

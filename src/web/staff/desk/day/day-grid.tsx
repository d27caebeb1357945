import { Link } from 'react-router-dom';
import type { DayPlan, PlannedSlot } from '../../../../contract/staff/desk';
import type { LocalDate } from '../../../../domain/calendar/local-date';
import type { City } from '../../../../domain/city/city';
import { hourWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';

type DayGridProps = { days: DayPlan['days']; city: City; today: LocalDate };

/** Shows the booked minutes of each window of each unit, one row per day; each cell links to its visits. */
export function DayGrid({ days, city, today }: DayGridProps) {
  const { t, locale } = useWords();
  const columns = city.settings.units.flatMap((unit) =>
    city.settings.windows.map((window) => ({ unit, window })),
  );
  return (
    // Scrolls on its own on a narrow screen; its links let the keyboard scroll it.
    <section className="desk-scroll" aria-label={t('desk.grid.label')}>
      <table className="desk-grid">
        <caption>{t('desk.grid.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('desk.grid.day')}</th>
            {columns.map(({ unit, window }) => (
              <th scope="col" key={`${unit.id} ${window.id}`}>
                {unit.name}
                <span className="desk-soft">{window.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, closed, slots }) => (
            <tr key={date} aria-current={date === today ? 'date' : undefined}>
              <th scope="row">
                {shortDayWords(date, locale, today)}
                {date === today && <span className="desk-soft">{t('desk.grid.today')}</span>}
                {closed !== undefined && <span className="desk-soft">{closed}</span>}
              </th>
              {columns.map(({ unit, window }) => (
                <td key={`${unit.id} ${window.id}`}>
                  <SlotCell
                    slot={slots.find((slot) => slot.unit === unit.id && slot.window === window.id)}
                    unitName={unit.name}
                    today={today}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type SlotCellProps = { slot: PlannedSlot | undefined; unitName: string; today: LocalDate };

function SlotCell({ slot, unitName, today }: SlotCellProps) {
  const { t, locale } = useWords();
  if (slot === undefined) return <span className="desk-soft">{t('desk.grid.none')}</span>;
  const { usedMinutes, capacityMinutes, visits, date, unit } = slot;
  const share = capacityMinutes === 0 ? 0 : Math.min(1, usedMinutes / capacityMinutes);
  return (
    <Link
      className="desk-slot"
      to={`/meja/permohonan?view=open&day=${date}&unit=${unit}`}
      aria-label={t('desk.grid.slot', {
        day: shortDayWords(date, locale, today),
        unit: unitName,
        hours: hourWords(slot),
        visits,
        used: usedMinutes,
        all: capacityMinutes,
      })}
    >
      <span className="desk-slot__visits">{t('desk.grid.visits', { visits })}</span>
      <progress className="desk-slot__bar" value={share} max={1} aria-hidden="true" />
      <span className="desk-soft">{t('desk.grid.minutes', { used: usedMinutes, all: capacityMinutes })}</span>
    </Link>
  );
}

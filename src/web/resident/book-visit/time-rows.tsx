import { MAX_PREFERENCES } from '../../../domain/booking/booking';
import type { LocalDate } from '../../../domain/calendar/local-date';
import type { WindowChoice } from '../../../domain/calendar/window';
import { hourWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { CheckRows } from '../../ui/choice-rows/choice-rows';
import { usePhone } from '../shell/phone/phone-context';
import { residentDayWords } from './date-words';
import { choiceKey, type OfferedTime } from './use-times';

type TimeRowsProps = {
  offered: readonly OfferedTime[];
  chosen: readonly WindowChoice[];
  error: string | undefined;
  /** In order of preference: the window pressed first comes first. */
  onChange: (chosen: readonly WindowChoice[]) => void;
  /** Called when the resident presses a window above the limit; the choice stays as it was. */
  onTooMany: () => void;
};

/** Lists the windows day by day; each chosen one shows its place in the order of preference. */
export function TimeRows({ offered, chosen, error, onChange, onTooMany }: TimeRowsProps) {
  const { t, locale } = useWords();
  const { city } = usePhone();
  const days = [...new Set(offered.map((window) => window.date))];
  const nameOf = (time: OfferedTime) =>
    city.settings.windows.find((rule) => rule.id === time.window)?.name ?? time.window;

  function hintOf(time: OfferedTime): string {
    const place = chosen.findIndex((choice) => choiceKey(choice) === choiceKey(time)) + 1;
    const room = time.room === undefined ? 'unknown' : time.room ? 'free' : 'full';
    const words = t(`booking.times.${room}`);
    return place > 0 ? `${t('booking.times.place', { place })} ${words}` : words;
  }

  function chooseOn(date: LocalDate, keys: readonly string[]): void {
    const kept = chosen.filter((choice) => choice.date !== date || keys.includes(choiceKey(choice)));
    const added = offered
      .filter((time) => time.date === date && keys.includes(choiceKey(time)))
      .filter((time) => !kept.some((choice) => choiceKey(choice) === choiceKey(time)))
      .map((time) => ({ date, window: time.window }));
    const next = [...kept, ...added];
    if (next.length > MAX_PREFERENCES) onTooMany();
    else onChange(next);
  }

  return days.map((date, index) => (
    <CheckRows<string>
      key={date}
      id={index === 0 ? 'windows' : `windows-${date}`}
      label={residentDayWords(date, locale)}
      error={index === 0 ? error : undefined}
      choices={offered
        .filter((time) => time.date === date)
        .map((time) => ({
          value: choiceKey(time),
          label: `${nameOf(time)}, ${hourWords(time, locale)}`,
          hint: hintOf(time),
        }))}
      values={chosen.map(choiceKey)}
      onChange={(keys) => chooseOn(date, keys)}
    />
  ));
}

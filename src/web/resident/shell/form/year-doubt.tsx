import { localDateAt } from '../../../../domain/calendar/local-date';
import { parseBirthYear } from '../../../../domain/people/birth-year';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../phone/phone-context';

/**
 * Warns of a year of birth that is still to come by a clock nobody has confirmed. Where the server has told
 * the time, the year is an error of its field instead.
 */
export function YearDoubt({ year }: { year: string }) {
  const { t } = useWords();
  const { city, now, isTimeSure } = usePhone();
  if (isTimeSure()) return null;
  const read = parseBirthYear(year, Number(localDateAt(now(), city.settings.utcOffsetMinutes).slice(0, 4)));
  if (read.ok || read.problem !== 'birth-year-in-future') return null;
  return (
    <Notice kind="warning" isLive>
      {t('booking.clock.year')}
    </Notice>
  );
}

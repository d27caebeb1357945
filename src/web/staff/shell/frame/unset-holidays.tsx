import type { ReactNode } from 'react';
import { yearsWithoutMovableHolidays } from '../../../../domain/calendar/holidays';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { useStaff } from '../session/staff-context';

/**
 * Says for which years residents can soon request days although nobody has set the movable holidays; nothing
 * where all are set. `children`: what the reader can do about it.
 */
export function UnsetHolidays({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { city, now } = useStaff();
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const years = yearsWithoutMovableHolidays(city.settings, today);
  if (years.length === 0) return null;
  return (
    <Notice kind="warning" title={t('staff.holidays.unset', { years: years.join(', ') })}>
      <p>{t('staff.holidays.unset.text')}</p>
      {children}
    </Notice>
  );
}

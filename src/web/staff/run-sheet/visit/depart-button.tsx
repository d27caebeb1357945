import { useState } from 'react';
import { localDateAt } from '../../../../domain/calendar/local-date';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { useStaff } from '../../shell/session/staff-context';
import { sheetDayWords } from '../sheet/sheet-words';

type DepartButtonProps = { visit: ShownVisit; onDepart: () => void };

/**
 * "Berangkat": starts the travel to a visit. The resident is told at once, so a visit on another day needs a
 * confirmation first.
 */
export function DepartButton({ visit, onDepart }: DepartButtonProps) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const [isAsking, setIsAsking] = useState(false);
  const { date } = visit.scheduled;
  const today = localDateAt(now(), city.settings.utcOffsetMinutes);
  const isToday = date === today;
  const depart = () => {
    setIsAsking(false);
    onDepart();
  };
  return (
    <>
      <Button icon="van" onClick={isToday ? depart : () => setIsAsking(true)}>
        {t('run-sheet.depart')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('run-sheet.depart.otherDay', { day: sheetDayWords(date, locale, today) })}
        actions={
          <>
            <Button icon="van" onClick={depart}>
              {t('run-sheet.depart.anyway')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('run-sheet.depart.not')}
            </Button>
          </>
        }
      >
        {t('run-sheet.depart.told')}
      </Dialog>
    </>
  );
}

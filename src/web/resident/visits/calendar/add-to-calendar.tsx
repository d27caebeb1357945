import type { BookingRow } from '../../../../contract/booking-row';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { markedName } from '../../../ui/practice/practice-mark';
import { saveFile } from '../../../ui/practice/save-file';
import { usePhone } from '../../shell/phone/phone-context';
import { usePhoneAction } from '../visit/use-phone-action';
import { makeCalendarFile } from './calendar-file';

/**
 * Saves the appointment as a file that the phone's calendar opens. Offered only once the visit is scheduled.
 */
export function AddToCalendar({ row }: { row: BookingRow }) {
  const { t } = useWords();
  const { settings } = usePhone().city;
  const { run, isBusy, hasFailed } = usePhoneAction();
  const { scheduled } = row;
  if (row.state !== 'scheduled' || scheduled === undefined) return null;
  const number = formatPublicNumber(row.number);
  const save = async () => {
    const text = await makeCalendarFile({
      id: row.id,
      title: markedName(t('visits.calendar.event', { programme: settings.programmeName }), ': '),
      description: t('visits.share.number', { number }),
      window: scheduled,
      utcOffsetMinutes: settings.utcOffsetMinutes,
      revision: row.revision,
    });
    saveFile(`kunjungan-${row.number}.ics`, text, 'text/calendar');
  };
  return (
    <>
      {hasFailed && <Notice kind="problem">{t('visits.calendar.failed')}</Notice>}
      <Button variant="secondary" icon="calendar" busy={isBusy} onClick={() => void run(save)}>
        {t('visits.calendar.add')}
      </Button>
    </>
  );
}

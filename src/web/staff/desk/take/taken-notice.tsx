import '../file/file.css';
import { Link } from 'react-router-dom';
import type { BookingId } from '../../../../domain/booking/booking';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { fullDayWords, hourWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { useRead } from '../../shell/api/use-read';
import { readBookingFile } from '../desk-api';
import { DoublesNotice } from '../file/doubles-notice';

/**
 * Shows the request just taken: its date and number, to read out while the caller is on the phone, and other
 * requests for the same person. Until the server answers, it says that the request is saved and where to find
 * it.
 */
export function TakenNotice({ id }: { id: BookingId }) {
  const { t, locale } = useWords();
  const { data } = useRead(id, () => readBookingFile(id));
  const file = data !== undefined && 'booking' in data ? data : undefined;
  const booking = file?.booking;
  return (
    <>
      <Notice kind="success" title={t('desk.take.done')} isLive>
        {booking && (
          <>
            <p className="file__when">
              {booking.scheduled
                ? `${fullDayWords(booking.scheduled.date, locale)}, ${hourWords(booking.scheduled)}`
                : t(`desk.state.${booking.state}`)}
            </p>
            <p>{t('desk.take.number', { number: formatPublicNumber(booking.number) })}</p>
          </>
        )}
        <Link to={`/meja/permohonan/${id}?view=open`}>{t('desk.take.open')}</Link>
      </Notice>
      {file && <DoublesNotice doubles={file.doubles} />}
    </>
  );
}

import { Link } from 'react-router-dom';
import type { BookingFile } from '../../../../contract/staff/desk';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { findService } from '../../../../domain/catalogue/find-service';
import { hourWords, instantWords, shortDayWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { useStaff } from '../../shell/session/staff-context';

type Double = BookingFile['doubles'][number];

/**
 * Lists other open requests for the same person, each with its date, so that the desk keeps one and no two
 * crews come to one door.
 */
export function DoublesNotice({ doubles }: Pick<BookingFile, 'doubles'>) {
  const { t } = useWords();
  if (doubles.length === 0) return null;
  return (
    <Notice kind="warning" title={t('desk.file.doubles', { count: doubles.length })}>
      <ul className="file__links">
        {doubles.map((double) => (
          <DoubleLine double={double} key={double.id} />
        ))}
      </ul>
    </Notice>
  );
}

function DoubleLine({ double }: { double: Double }) {
  const { t, locale } = useWords();
  const { city, now } = useStaff();
  const { id, number, state, services, submittedAt, scheduled, place } = double;
  const { utcOffsetMinutes, units } = city.settings;
  const unit = units.find((one) => one.id === scheduled?.unit)?.name;
  const today = localDateAt(now(), utcOffsetMinutes);
  const date = scheduled && [shortDayWords(scheduled.date, locale, today), hourWords(scheduled), unit];
  const standing = [
    t(`desk.state.${state}`),
    place === undefined ? undefined : t('desk.row.place', { place }),
    date?.filter(Boolean).join(', '),
  ];
  const asked = t('desk.row.asked', { at: instantWords(submittedAt, locale, utcOffsetMinutes, now()) });
  return (
    <li>
      <Link to={`/meja/permohonan/${id}?view=open`}>{formatPublicNumber(number)}</Link>
      <p>{standing.filter(Boolean).join(' · ')}</p>
      <p>
        {[...services.map((one) => findService(city.catalogue, one)?.shortName ?? one), asked].join(' · ')}
      </p>
    </li>
  );
}

import type { BookingFile } from '../../../../contract/staff/desk';
import { formatPhone } from '../../../../domain/people/format-phone';
import { canWhatsApp, isAbroad, ownNumber } from '../../../../domain/people/phone';
import { fullDayWords, hourWords } from '../../../copy/dates';
import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { useStaff } from '../../shell/session/staff-context';
import { StateTag } from '../queue/state-tag';
import { PrintFile } from './print-file';

/** Shows who is visited, when, and how to reach them. */
export function FileHead({ file }: { file: BookingFile }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const { booking, waitingPlace } = file;
  const { number, scheduled, request } = booking;
  const unit = city.settings.units.find(({ id }) => id === scheduled?.unit)?.name;
  const { channel, name } = request.contact;
  const phone = ownNumber(request.contact);
  const written = useNumberAbroad(formatPhone(phone));
  const hasWhatsApp = canWhatsApp(phone) && (channel === 'whatsapp' || isAbroad(phone));
  return (
    <header className="file__head">
      <p className="desk-soft">{`${number.slice(0, 4)} ${number.slice(4)}`}</p>
      <h2 id="file-title" className="file__title" tabIndex={-1}>
        {request.recipient.name}
      </h2>
      <p className="queue-row__tags">
        <StateTag booking={booking} />
        {waitingPlace !== undefined && <span>{t('desk.row.place', { place: waitingPlace })}</span>}
      </p>
      {scheduled && (
        <p className="file__when">
          {`${fullDayWords(scheduled.date, locale)}, ${hourWords(scheduled)}${unit === undefined ? '' : `, ${unit}`}`}
        </p>
      )}
      <p>
        {t('desk.file.contact', {
          name,
          phone: written,
          channel: t(`booking.contact.${channel}`),
        })}
      </p>
      <div className="file__reach">
        <ButtonLink variant="secondary" icon="phone" href={`tel:${phone}`}>
          {t('desk.file.call')}
        </ButtonLink>
        {hasWhatsApp && (
          <ButtonLink variant="secondary" href={`https://wa.me/${phone.replace('+', '')}`}>
            {t('desk.file.whatsapp')}
          </ButtonLink>
        )}
        <PrintFile file={file} />
      </div>
    </header>
  );
}

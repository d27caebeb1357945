import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { isOver } from '../../../../domain/booking/state';
import type { ContactPoint } from '../../../../domain/city/city';
import { formatPhone } from '../../../../domain/people/format-phone';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { useMayChange } from '../window/use-may-change';

function ContactButtons({ contact, message }: { contact: ContactPoint; message: string }) {
  const { t } = useWords();
  const { label, phone, whatsapp, hours } = contact;
  if (phone === undefined) return null;
  return (
    <li>
      <p>{hours === undefined ? label : `${label}, ${hours}`}</p>
      <ButtonLink variant="secondary" icon="phone" href={`tel:${phone}`}>
        {t('home.contact.call', { phone: formatPhone(phone) })}
      </ButtonLink>
      {whatsapp === true && (
        <ButtonLink
          variant="secondary"
          icon="chat"
          href={`https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(message)}`}
        >
          {t('home.contact.whatsapp')}
        </ButtonLink>
      )}
    </li>
  );
}

/** Says how the requester answers: by calling the city, or by changing what may still be changed. */
function HowToAnswer({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { city } = usePhone();
  const { contacts, office } = city.settings;
  const number = visit.row === undefined ? '' : formatPublicNumber(visit.row.number);
  const isReachable = contacts.some(({ phone }) => phone !== undefined);
  const mayChange = useMayChange(visit)['choose-window'] !== 'no';
  return (
    <>
      {isReachable && <p>{t('visits.question.answer', { number })}</p>}
      {!isReachable && (
        <p>
          {office === undefined
            ? t('home.contact.notSet')
            : t('home.contact.notSet.office', { office: office.name })}
        </p>
      )}
      <ul className="visit__contacts">
        {contacts.map((contact) => (
          <ContactButtons
            key={contact.label}
            contact={contact}
            message={t('visits.share.number', { number })}
          />
        ))}
      </ul>
      {mayChange && <p>{t('visits.question.change')}</p>}
    </>
  );
}

/** Shows what the desk asks for, and how to answer. A follower sees only that there is a question. */
export function DeskQuestion({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { row } = visit;
  if (row?.question === undefined || isOver(row.state)) return null;
  if (row.role === 'follower') return <Notice kind="info">{t('visits.question.follower')}</Notice>;
  return (
    <Notice kind="warning" title={t('visits.question.title')} isLive>
      {/* Staff write Indonesian, whatever language the resident reads. */}
      <p className="visit__said" lang="id">
        {row.question.text}
      </p>
      <HowToAnswer visit={visit} />
    </Notice>
  );
}

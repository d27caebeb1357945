import type { ContactPoint } from '../../../domain/city/city';
import { useWords } from '../../copy/words';
import { ButtonLink } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Notice } from '../../ui/notice/notice';
import { usePlace } from '../shell/phone/phone-context';

function Contact({ contact, office }: { contact: ContactPoint; office: string | undefined }) {
  const { t } = useWords();
  const { label, phone, whatsapp, hours } = contact;
  return (
    <li className="home__contact">
      <p className="home__contact-name">{label}</p>
      {hours !== undefined && <p>{hours}</p>}
      {phone === undefined ? (
        <p className="home__soft">
          {office === undefined ? t('home.contact.notSet') : t('home.contact.notSet.office', { office })}
        </p>
      ) : (
        <>
          <ButtonLink variant="secondary" icon="phone" href={`tel:${phone}`}>
            {t('home.contact.call', { phone })}
          </ButtonLink>
          {whatsapp === true && (
            <ButtonLink variant="secondary" icon="chat" href={`https://wa.me/${phone.replace(/\D/g, '')}`}>
              {t('home.contact.whatsapp')}
            </ButtonLink>
          )}
        </>
      )}
    </li>
  );
}

/** Says that the visit is free, whom to ask, and where to complain. */
export function ReachPeople() {
  const { t } = useWords();
  const { contacts, complaints, office } = usePlace().settings;
  return (
    <>
      <Notice kind="success" title={t('home.free.title')}>
        <p>{t('home.free.text')}</p>
        <p>
          {complaints.text}{' '}
          <a href={complaints.url} target="_blank" rel="noopener noreferrer">
            {t('home.free.open')}
          </a>{' '}
          {t('home.free.sms', { number: complaints.sms })}
        </p>
      </Notice>
      <Card title={t('home.contact.title')}>
        <ul className="home__contacts">
          {contacts.map((contact) => (
            <Contact key={contact.label} contact={contact} office={office?.name} />
          ))}
        </ul>
        {office?.address !== undefined && <p>{office.address}</p>}
        {office?.hours !== undefined && <p>{office.hours}</p>}
      </Card>
    </>
  );
}

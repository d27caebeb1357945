import type { PersonDetails } from '../../../offline/store/family/person';
import { useWords } from '../../copy/words';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { TextField } from '../../ui/text-field/text-field';
import { PhoneField } from '../shell/form/phone-field';
import { YearDoubt } from '../shell/form/year-doubt';
import type { PersonForm } from './use-person-form';

/** Returns the ids of the fields that `DetailsFields` shows. */
export function detailParts({ recipientIs }: PersonDetails): readonly string[] {
  return ['recipientName', 'birthYear', ...(recipientIs === 'self' ? ['contactPhone', 'channel'] : [])];
}

/** Asks for name and year of birth, and for the owner also the phone number and channel. */
export function DetailsFields({ form }: { form: Omit<PersonForm<PersonDetails>, 'save'> }) {
  const { t } = useWords();
  const { typed, change } = form;
  const { shows, errorOf } = form.parts;
  const isOwner = typed.recipientIs === 'self';
  return (
    <>
      {shows('recipientName') && (
        <TextField
          id="recipientName"
          label={t('booking.recipient.name')}
          error={errorOf('recipientName')}
          autoComplete={isOwner ? 'name' : 'off'}
          autoCapitalize="words"
          spellCheck={false}
          value={typed.name}
          onChange={(name) => change({ name })}
        />
      )}
      {shows('birthYear') && (
        <TextField
          id="birthYear"
          label={t('booking.recipient.birthYear')}
          hint={t('booking.recipient.birthYear.hint')}
          error={errorOf('birthYear')}
          isOptional={isOwner}
          inputMode="numeric"
          autoComplete={isOwner ? 'bday-year' : 'off'}
          value={typed.birthYear}
          onChange={(birthYear) => change({ birthYear })}
        />
      )}
      {shows('birthYear') && <YearDoubt year={typed.birthYear} />}
      {isOwner && shows('contactPhone') && (
        <PhoneField
          id="contactPhone"
          label={t('booking.contact.phone')}
          hint={t('booking.contact.phone.hint')}
          error={errorOf('contactPhone')}
          value={typed.phone}
          onChange={(phone) => change({ phone })}
        />
      )}
      {isOwner && shows('channel') && (
        <RadioRows
          id="channel"
          label={t('booking.contact.channel')}
          isOptional
          choices={[
            { value: 'call', label: t('booking.contact.call'), icon: 'phone' },
            { value: 'whatsapp', label: t('booking.contact.whatsapp'), icon: 'chat' },
          ]}
          value={typed.channel}
          onChange={(channel) => change({ channel })}
        />
      )}
    </>
  );
}

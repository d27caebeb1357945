import type { ReactNode } from 'react';
import { isAbroad, parsePhone } from '../../../../domain/people/phone';
import { RELATIONSHIPS } from '../../../../domain/people/relationship';
import { VISIT_NEEDS } from '../../../../domain/people/visit-need';
import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { useNumberAbroad } from '../../../ui/number-abroad/use-number-abroad';
import { SelectField } from '../../../ui/select-field/select-field';
import { TextField } from '../../../ui/text-field/text-field';
import { useStaff } from '../../shell/session/staff-context';
import type { RequestFields } from './use-request-form';

type FieldsProps = { form: RequestFields };
type TextName =
  | 'contactName'
  | 'contactPhone'
  | 'recipientName'
  | 'birthYear'
  | 'nik'
  | 'street'
  | 'rt'
  | 'rw'
  | 'landmark'
  | 'needsNote';

/** One text field of the request. Its id is the draft's field, to which the error summary links. */
function TextOf({
  form,
  name,
  label,
  ...rest
}: FieldsProps & {
  name: TextName;
  label: string;
  inputMode?: 'numeric' | 'tel';
  isOptional?: boolean;
  hint?: string;
}) {
  return (
    <TextField
      {...rest}
      id={name}
      label={label}
      error={form.errorOf(name)}
      value={form.draft[name]}
      onChange={(value) => form.change({ [name]: value })}
      autoComplete="off"
    />
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="take__group">
      <legend className="take__title">{title}</legend>
      {children}
    </fieldset>
  );
}

export function ContactFields({ form }: FieldsProps) {
  const { t } = useWords();
  const typed = parsePhone(form.draft.contactPhone);
  const phone = typed.ok && isAbroad(typed.phone) ? typed.phone : '';
  const abroad = useNumberAbroad(phone);
  return (
    <Group title={t('desk.take.caller')}>
      <TextOf form={form} name="contactName" label={t('booking.contact.name')} />
      <TextOf
        form={form}
        name="contactPhone"
        label={t('booking.contact.phone')}
        inputMode="tel"
        {...(abroad === phone ? {} : { hint: abroad })}
      />
      <SelectField
        id="channel"
        label={t('booking.contact.channel')}
        error={form.errorOf('channel')}
        choices={[
          { value: 'call' as const, label: t('booking.contact.call') },
          { value: 'whatsapp' as const, label: t('booking.contact.whatsapp') },
        ]}
        value={form.draft.channel ?? 'call'}
        onChange={(channel) => form.change({ channel })}
      />
    </Group>
  );
}

export function RecipientFields({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group title={t('desk.take.recipient')}>
      <SelectField
        id="recipientIs"
        label={t('desk.fact.for')}
        choices={RELATIONSHIPS.map((value) => ({ value, label: t(`desk.for.${value}`) }))}
        value={form.draft.recipientIs ?? 'family'}
        onChange={(recipientIs) => form.change({ recipientIs })}
      />
      <TextOf form={form} name="recipientName" label={t('booking.recipient.name')} />
      <TextOf form={form} name="birthYear" label={t('booking.recipient.birthYear')} inputMode="numeric" />
      <TextOf form={form} name="nik" label={t('booking.recipient.nik')} inputMode="numeric" isOptional />
      <NeedsRows form={form} />
    </Group>
  );
}

function NeedsRows({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <div className="take__wide">
      <CheckRows
        id="needs"
        label={t('desk.fact.needs')}
        isOptional
        choices={VISIT_NEEDS.map((value) => ({ value, label: t(`booking.need.${value}`) }))}
        values={form.draft.needs}
        onChange={(needs) => form.change({ needs })}
      />
    </div>
  );
}

/** The needs of a recipient who is known already. */
export function NeedsFields({ form }: FieldsProps) {
  const { t } = useWords();
  return (
    <Group title={t('desk.fact.needs')}>
      <NeedsRows form={form} />
      <TextOf form={form} name="needsNote" label={t('booking.needs.note')} isOptional />
    </Group>
  );
}

export function TakePlaceFields({ form }: FieldsProps) {
  const { t } = useWords();
  const { city, me } = useStaff();
  const areas = city.areas.filter(({ code }) => me.role !== 'kelurahan' || me.areas.includes(code));
  const choices = [
    { value: '', label: t('desk.take.chooseArea') },
    ...areas.map(({ code, kelurahan, kecamatan }) => ({
      value: String(code),
      label: `${kelurahan} (${kecamatan})`,
    })),
  ];
  return (
    <Group title={t('desk.fact.address')}>
      <SelectField
        id="area"
        label={t('booking.address.area')}
        error={form.errorOf('area')}
        choices={choices}
        value={form.draft.area ?? ''}
        onChange={(code) => form.change({ area: areas.find((area) => area.code === code)?.code })}
      />
      <TextOf form={form} name="street" label={t('booking.address.street')} />
      <TextOf form={form} name="rt" label={t('booking.address.rt')} inputMode="numeric" isOptional />
      <TextOf form={form} name="rw" label={t('booking.address.rw')} inputMode="numeric" isOptional />
      <TextOf form={form} name="landmark" label={t('booking.address.landmark')} isOptional />
    </Group>
  );
}

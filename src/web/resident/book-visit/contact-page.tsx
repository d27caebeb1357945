import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import { TextField } from '../../ui/text-field/text-field';
import { PhoneField } from '../shell/form/phone-field';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

export function ContactPage({ form }: { form: Form }) {
  const { t } = useWords();
  const question = useQuestion(form, 'kontak');
  const { draft, change } = form;
  // Never filled in automatically: a requester who books for somebody else must not end up with that person's
  // name, nor the reverse.
  const canUseName =
    draft.recipientIs === 'self' && draft.recipientName !== '' && draft.contactName !== draft.recipientName;
  return (
    <QuestionPage question={question} heading={t('booking.contact')} lead={t('booking.contact.lead')}>
      {canUseName && question.shows('contactName') && (
        <Button
          variant="secondary"
          icon="person"
          onClick={() => change({ contactName: draft.recipientName })}
        >
          {t('booking.contact.useName', { name: draft.recipientName })}
        </Button>
      )}
      {question.shows('contactName') && (
        <TextField
          id="contactName"
          label={t('booking.contact.name')}
          error={question.errorOf('contactName')}
          autoComplete="name"
          autoCapitalize="words"
          spellCheck={false}
          value={draft.contactName}
          onChange={(contactName) => change({ contactName })}
        />
      )}
      {question.shows('contactPhone') && (
        <PhoneField
          id="contactPhone"
          label={t('booking.contact.phone')}
          hint={t('booking.contact.phone.hint')}
          error={question.errorOf('contactPhone')}
          value={draft.contactPhone}
          onChange={(contactPhone) => change({ contactPhone })}
        />
      )}
      {question.shows('channel') && (
        <RadioRows
          id="channel"
          label={t('booking.contact.channel')}
          error={question.errorOf('channel')}
          choices={[
            { value: 'call', label: t('booking.contact.call'), icon: 'phone' },
            { value: 'whatsapp', label: t('booking.contact.whatsapp'), icon: 'chat' },
          ]}
          value={draft.channel}
          onChange={(channel) => change({ channel })}
        />
      )}
    </QuestionPage>
  );
}

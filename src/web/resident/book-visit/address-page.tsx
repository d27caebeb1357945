import { useWords } from '../../copy/words';
import { PlaceFields } from '../shell/form/place-fields';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

export function AddressPage({ form }: { form: Form }) {
  const { t } = useWords();
  const question = useQuestion(form, 'alamat');
  return (
    <QuestionPage question={question} heading={t('booking.address')} lead={t('booking.address.lead')}>
      <PlaceFields
        place={form.draft}
        change={form.change}
        shows={question.shows}
        errorOf={question.errorOf}
      />
    </QuestionPage>
  );
}

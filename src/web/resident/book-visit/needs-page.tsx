import { useWords } from '../../copy/words';
import { NeedsFields } from '../shell/form/needs-fields';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

export function NeedsPage({ form }: { form: Form }) {
  const { t } = useWords();
  const question = useQuestion(form, 'kebutuhan');
  const heading = t('booking.needs');
  return (
    <QuestionPage question={question} heading={heading} lead={t('booking.needs.lead')}>
      <NeedsFields
        heading={heading}
        typed={form.draft}
        change={form.change}
        shows={question.shows}
        errorOf={question.errorOf}
      />
    </QuestionPage>
  );
}

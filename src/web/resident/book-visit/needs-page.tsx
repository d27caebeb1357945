import { VISIT_NEEDS } from '../../../domain/people/visit-need';
import { useWords } from '../../copy/words';
import { CheckRows } from '../../ui/choice-rows/choice-rows';
import { TextArea } from '../../ui/text-area/text-area';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { OneNeed } from '../shell/one-need';
import { useSimpleMode } from '../shell/simple-mode';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

export function NeedsPage({ form }: { form: Form }) {
  const { t } = useWords();
  const question = useQuestion(form, 'kebutuhan');
  const isSimple = useSimpleMode();
  const heading = t('booking.needs');
  return (
    <QuestionPage question={question} heading={heading} lead={t('booking.needs.lead')}>
      {isSimple ? (
        <OneNeed
          shows={question.shows}
          needs={form.draft.needs}
          onChange={(needs) => form.change({ needs })}
        />
      ) : (
        <CheckRows
          id="needs"
          label={<VisuallyHidden>{heading}</VisuallyHidden>}
          choices={VISIT_NEEDS.map((value) => ({ value, label: t(`booking.need.${value}`) }))}
          values={form.draft.needs}
          onChange={(needs) => form.change({ needs })}
        />
      )}
      {question.shows('needsNote') && (
        <TextArea
          id="needsNote"
          label={t('booking.needs.note')}
          hint={t('booking.needs.note.hint')}
          error={question.errorOf('needsNote')}
          isOptional
          value={form.draft.needsNote}
          onChange={(needsNote) => form.change({ needsNote })}
        />
      )}
    </QuestionPage>
  );
}

import { RELATIONSHIPS } from '../../../domain/people/relationship';
import { useWords } from '../../copy/words';
import { RadioRows } from '../../ui/choice-rows/choice-rows';
import type { IconName } from '../../ui/icon/icon-paths';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';

const icons: Readonly<Record<(typeof RELATIONSHIPS)[number], IconName>> = {
  self: 'person',
  parent: 'home',
  family: 'people',
  resident: 'help',
};

export function ForWhomPage({ form }: { form: Form }) {
  const { t } = useWords();
  const question = useQuestion(form, 'untuk-siapa');
  const heading = t('booking.forWhom');
  return (
    <QuestionPage question={question} heading={heading}>
      <RadioRows
        id="recipientIs"
        label={<VisuallyHidden>{heading}</VisuallyHidden>}
        error={question.errorOf('recipientIs')}
        choices={RELATIONSHIPS.map((value) => ({
          value,
          label: t(`booking.forWhom.${value}`),
          hint: value === 'resident' ? t('booking.forWhom.resident.hint') : undefined,
          icon: icons[value],
        }))}
        value={form.draft.recipientIs}
        onChange={(recipientIs) => form.change({ recipientIs })}
      />
    </QuestionPage>
  );
}

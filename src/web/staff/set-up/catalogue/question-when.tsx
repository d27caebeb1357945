import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import type { CatalogueDraft } from '../draft/config-draft';
import { useFaultAt } from '../draft/draft-fields';
import { useSetUp } from '../draft/set-up-context';

type QuestionDraft = CatalogueDraft['questions'][number];
type QuestionWhenProps = {
  path: string;
  question: QuestionDraft;
  onChange: (question: QuestionDraft) => void;
};

/** Edits whether a question is always asked, or only after an answer to an earlier question. */
export function QuestionWhen({ path, question, onChange }: QuestionWhenProps) {
  const { t } = useWords();
  const { questions } = useSetUp().config.catalogue;
  const error = useFaultAt(`${path}.when`);
  const { when, ...always } = question;
  const before = questions.slice(0, questions.indexOf(question));
  // A chosen question that now stands behind this one, or that only an imported file names, stays visible
  // until another is chosen.
  const lost = when && !before.some(({ id }) => id === when.question) ? [when.question] : [];
  const others = [...before.map(({ id }) => id), ...lost];
  const nameOf = (id: string) => questions.find((one) => one.id === id)?.text || id;
  const choices = others.flatMap((id) => [
    { value: `${id} yes`, label: t('set-up.requirements.whenYes', { question: nameOf(id) }) },
    { value: `${id} no`, label: t('set-up.requirements.whenNo', { question: nameOf(id) }) },
  ]);
  const choose = (value: string) => {
    const [id, answer] = value.split(' ');
    onChange(id ? { ...always, when: { question: id, is: answer === 'yes' } } : always);
  };
  return (
    <SelectField
      id={`${path}.when`}
      label={t('set-up.question.when')}
      hint={t('set-up.question.when.hint')}
      error={error}
      choices={[{ value: '', label: t('set-up.requirements.always') }, ...choices]}
      value={when === undefined ? '' : `${when.question} ${when.is ? 'yes' : 'no'}`}
      onChange={choose}
    />
  );
}

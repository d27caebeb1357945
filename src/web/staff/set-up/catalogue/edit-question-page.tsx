import { useNavigate, useParams } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { StaffNotFoundPage } from '../../shell/frame/staff-not-found-page';
import { PATHS } from '../../shell/paths';
import { DraftArea } from '../draft/draft-fields';
import { ItemPageEnd } from '../draft/item-page-end';
import { replaceAt, withText } from '../draft/lists';
import { Group, SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { QuestionFollowers } from './question-followers';
import { followersOf, withoutQuestionIn } from './question-lines';
import { QuestionRequirements } from './question-requirements';
import { QuestionWhen } from './question-when';

/** Edits one question: its words, and for each service the requirements that depend on its answer. */
export function EditQuestionPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id } = useParams();
  const { config, changeCatalogue } = useSetUp();
  const { questions } = config.catalogue;
  const place = questions.findIndex((one) => one.id === id);
  const question = questions[place];
  if (question === undefined) return <StaffNotFoundPage />;
  const path = `catalogue.questions.${place}`;
  const change = (next: typeof question) => changeCatalogue({ questions: replaceAt(questions, place, next) });
  const remove = () => {
    changeCatalogue(withoutQuestionIn(config.catalogue, question.id));
    void navigate(`${PATHS.setUp}/pertanyaan`);
  };
  return (
    <SectionPage
      section="questions"
      title={question.text === '' ? t('set-up.questions.new') : question.text}
      back={`${PATHS.setUp}/pertanyaan`}
    >
      <Group title={t('set-up.service.facts')}>
        <DraftArea
          path={`${path}.text`}
          label={t('set-up.question.text')}
          hint={t('set-up.question.text.hint')}
          value={question.text}
          onChange={(text) => change({ ...question, text })}
        />
        <DraftArea
          path={`${path}.hint`}
          label={t('set-up.question.hint')}
          hint={t('set-up.question.hint.hint')}
          isOptional
          value={question.hint ?? ''}
          onChange={(hint) => change(withText(question, 'hint', hint))}
        />
        <QuestionWhen path={path} question={question} onChange={change} />
      </Group>
      <QuestionRequirements question={question.id} />
      <QuestionFollowers question={question.id} />
      <ItemPageEnd
        items={questions}
        place={place}
        onMove={(moved) => changeCatalogue({ questions: moved })}
        onRemove={remove}
        removeWords={t('set-up.questions.remove')}
        removeHint={[
          t('set-up.questions.removed'),
          ...(followersOf(config.catalogue, question.id).length > 0
            ? [t('set-up.questions.removed.followers')]
            : []),
        ].join(' ')}
      />
    </SectionPage>
  );
}

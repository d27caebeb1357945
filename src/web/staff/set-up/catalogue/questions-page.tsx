import { useNavigate } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { PATHS } from '../../shell/paths';
import { newId } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { servicesAsking } from './question-lines';

/** Lists the yes/no questions that change what residents prepare, in the order in which they are asked. */
export function QuestionsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { config, changeCatalogue } = useSetUp();
  const { questions } = config.catalogue;
  const add = () => {
    const id = newId('pertanyaan');
    changeCatalogue({ questions: [...questions, { id, text: '' }] });
    void navigate(`${PATHS.setUp}/pertanyaan/${id}`);
  };
  const hintOf = ({ id, when }: (typeof questions)[number]) => {
    const services = servicesAsking(config.catalogue, id).map(({ shortName }) => shortName);
    const other = questions.find((one) => one.id === when?.question);
    const after = when?.is ? 'set-up.questions.afterYes' : 'set-up.questions.afterNo';
    return [
      services.length > 0 ? `${services.join(', ')}.` : t('set-up.questions.unused'),
      ...(other === undefined ? [] : [t(after, { question: other.text })]),
    ].join(' ');
  };
  return (
    <SectionPage section="questions">
      {questions.length === 0 && <p className="set-up-soft">{t('set-up.none')}</p>}
      <LinkRows
        rows={questions.map((question) => ({
          to: `${PATHS.setUp}/pertanyaan/${question.id}`,
          title: question.text === '' ? t('set-up.questions.new') : question.text,
          hint: hintOf(question),
        }))}
      />
      <div>
        <Button variant="quiet" icon="plus" onClick={add}>
          {t('set-up.questions.add')}
        </Button>
      </div>
    </SectionPage>
  );
}

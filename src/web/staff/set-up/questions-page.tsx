import { useNavigate } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { PATHS } from '../shell/paths';
import { newId } from './lists';
import { linesOfQuestion } from './question-lines';
import { SectionPage } from './section-page';
import { useSetUp } from './set-up-context';

/** The yes/no questions that change what residents prepare, in the order in which they are asked. */
export function QuestionsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { config, changeCatalogue } = useSetUp();
  const { questions, services } = config.catalogue;
  const add = () => {
    const id = newId('pertanyaan');
    changeCatalogue({ questions: [...questions, { id, text: '' }] });
    void navigate(`${PATHS.setUp}/pertanyaan/${id}`);
  };
  const askedBy = (id: string) =>
    services.filter((service) => linesOfQuestion(service, id).length > 0).map(({ shortName }) => shortName);
  return (
    <SectionPage section="questions">
      {questions.length === 0 && <p className="set-up-soft">{t('set-up.none')}</p>}
      <LinkRows
        rows={questions.map(({ id, text }) => ({
          to: `${PATHS.setUp}/pertanyaan/${id}`,
          title: text === '' ? t('set-up.questions.new') : text,
          hint: askedBy(id).join(', ') || t('set-up.questions.unused'),
        }))}
      />
      <div>
        <Button look="quiet" icon="plus" onClick={add}>
          {t('set-up.questions.add')}
        </Button>
      </div>
    </SectionPage>
  );
}

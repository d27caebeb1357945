import { useNavigate } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { PATHS } from '../../shell/paths';
import { newId } from '../draft/lists';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { followersOf } from './question-lines';

/** Lists the questions asked only after an answer to this one, and adds another right behind it. */
export function QuestionFollowers({ question }: { question: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { config, changeCatalogue } = useSetUp();
  const { questions } = config.catalogue;
  const followers = followersOf(config.catalogue, question);
  const add = () => {
    const id = newId('pertanyaan');
    const behind = questions.findIndex((one) => one.id === question) + 1;
    const added = { id, text: '', when: { question, is: true } };
    changeCatalogue({ questions: [...questions.slice(0, behind), added, ...questions.slice(behind)] });
    void navigate(`${PATHS.setUp}/pertanyaan/${id}`);
  };
  return (
    <Group title={t('set-up.question.followers')} hint={t('set-up.question.followers.hint')}>
      {followers.length > 0 && (
        <div className="set-up-wide">
          <LinkRows
            rows={followers.map(({ id, text, when }) => ({
              to: `${PATHS.setUp}/pertanyaan/${id}`,
              title: text === '' ? t('set-up.questions.new') : text,
              hint: t(when?.is ? 'set-up.question.when-yes' : 'set-up.question.when-no'),
            }))}
          />
        </div>
      )}
      <div className="set-up-wide">
        <Button variant="quiet" icon="plus" onClick={add}>
          {t('set-up.question.followers.add')}
        </Button>
      </div>
    </Group>
  );
}

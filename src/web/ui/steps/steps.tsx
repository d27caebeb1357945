import './steps.css';
import { useWords } from '../../copy/words';

/**
 * Shows the number of the current question and of all questions. Criteria: said in words; the drawn track
 * adds nothing to the words.
 */
export function Steps({ step, total }: { step: number; total: number }) {
  const { t } = useWords();
  const parts = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="steps">
      <p>{t('ui.steps', { step, total })}</p>
      <div className="steps__track" aria-hidden="true">
        {parts.map((part) => (
          <span className={part <= step ? 'steps__part steps__part--done' : 'steps__part'} key={part} />
        ))}
      </div>
    </div>
  );
}

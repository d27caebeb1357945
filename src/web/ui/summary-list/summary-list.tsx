import './summary-list.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import { keepWhole } from '../whole-words/whole-words';

/** One question with its answer; `subject` completes "Ubah ..." for screen readers. */
export type SummaryRow = {
  readonly question: string;
  readonly answer: ReactNode;
  readonly change?: { readonly to: string; readonly subject: string } | undefined;
};

/**
 * Lists the answers given so far.
 * Criteria: each link tells a screen reader what it changes; question and answer are tied as term and
 * definition.
 */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const { t } = useWords();
  return (
    <dl className="summary-list">
      {rows.map(({ question, answer, change }) => (
        <div className="summary-list__row" key={question}>
          <dt className="summary-list__question">{question}</dt>
          <dd className="summary-list__answer">{keepWhole(answer)}</dd>
          {change && (
            <dd className="summary-list__change">
              <Link to={change.to}>
                {t('ui.change')}
                <VisuallyHidden> {change.subject}</VisuallyHidden>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

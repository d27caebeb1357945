import './fact.css';
import type { ReactNode } from 'react';

/** One fact; `isLarge` for the one or two that matter most (date, window, public number). */
export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  /** Small, under the value: what it is to be taken with. */
  readonly note?: string | undefined;
  readonly isLarge?: boolean | undefined;
};

/** Facts to be read at arm's length. Criteria: label and value tied as term and definition; digits of equal width. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, note, isLarge }) => (
        <div className={isLarge === true ? 'fact fact--large' : 'fact'} key={label}>
          <dt className="fact__label">{label}</dt>
          <dd className="fact__value">{value}</dd>
          {note !== undefined && <dd className="fact__note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

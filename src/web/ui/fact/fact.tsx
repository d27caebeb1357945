import './fact.css';
import type { ReactNode } from 'react';

/** One fact; `isLarge` marks the one or two most important (date, window, public number). */
export type Fact = {
  readonly label: string;
  readonly value: ReactNode;
  /** Small words under the value, which qualify it. */
  readonly note?: string | undefined;
  readonly isLarge?: boolean | undefined;
};

/**
 * Shows facts that can be read at arm's length. Criteria: label and value are tied as term and definition;
 * digits of equal width.
 */
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

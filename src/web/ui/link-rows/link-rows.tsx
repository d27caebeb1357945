import './link-rows.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { keepWhole } from '../whole-words/whole-words';

/** One link. */
export type LinkRow = {
  readonly to: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Below the hint: what distinguishes this link from the others. */
  readonly note?: ReactNode;
  readonly icon?: IconName | undefined;
};

/**
 * Shows links, one full-width row each. Criteria: a list of links; the whole row is the target, at least 72
 * px high.
 */
export function LinkRows({ rows }: { rows: readonly LinkRow[] }) {
  return (
    <ul className="link-rows">
      {rows.map(({ to, title, hint, note, icon }) => (
        <li key={`${to} ${title}`}>
          <Link className="link-row" to={to}>
            {icon && (
              <span className="link-row__medal">
                <Icon name={icon} />
              </span>
            )}
            <span className="link-row__words">
              <span className="link-row__title">{keepWhole(title)}</span>
              {hint !== undefined && <span className="link-row__hint"> {keepWhole(hint)}</span>}
              {note}
            </span>
            <Icon name="forward" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

import './link-rows.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import { keepWhole } from '../whole-words/whole-words';

/** One place to go. */
export type LinkRow = {
  readonly to: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Below the hint: what tells this place from the others. */
  readonly note?: ReactNode;
  readonly icon?: IconName | undefined;
};

/** Places to go, one full-width row each. Criteria: a list of links; the whole row is the target, at least 72 px. */
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

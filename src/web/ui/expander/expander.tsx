import './expander.css';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon';

type ExpanderProps = { summary: string; isOpen?: boolean | undefined; children: ReactNode };

/**
 * Folds away optional details.
 * Criteria: the browser's own details element, so that it works without script and with find-in-page; nothing
 * necessary is inside.
 */
export function Expander({ summary, isOpen = false, children }: ExpanderProps) {
  return (
    <details className="expander" open={isOpen}>
      <summary className="expander__summary">
        <span>{summary}</span>
        <Icon name="down" />
      </summary>
      <div className="expander__content">{typeof children === 'string' ? <p>{children}</p> : children}</div>
    </details>
  );
}

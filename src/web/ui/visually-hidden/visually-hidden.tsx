import './visually-hidden.css';
import type { ReactNode } from 'react';

/** Words for those who listen. Criteria: read aloud in place, never seen, never widens the page. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

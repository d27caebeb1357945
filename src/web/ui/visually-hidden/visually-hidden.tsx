import './visually-hidden.css';
import type { ReactNode } from 'react';

/** Words for screen readers. Criteria: read in place, never visible, never widen the page. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}

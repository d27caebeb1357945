import type { ReactNode } from 'react';

/**
 * One state of a component, shown to developers and tests by its name. Needs a router and `WordsProvider`
 * around it.
 */
export type Example = {
  readonly name: string;
  readonly render: () => ReactNode;
  /** The example has its own `main` or covers the page; every other example is drawn inside a page. */
  readonly isWholeScreen?: true;
  /** The example is visible in print only. */
  readonly isOnPaper?: true;
};

import type { ReactNode } from 'react';

/** One state of a component, shown to tests by its name. Needs a router and `WordsProvider` around it. */
export type Example = { readonly name: string; readonly render: () => ReactNode };

import { createContext, type ReactNode } from 'react';

/** What may stand below a field knows of it: enough to read what it holds and to write into it. */
export type TypedField = {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As an input's: `numeric` and `tel` take digits alone. */
  readonly inputMode?: string | undefined;
  /** As an input's: `words` for names. */
  readonly autoCapitalize?: string | undefined;
};

export type Aside = (field: TypedField) => ReactNode;

/** Another way to fill in a field of text, drawn below each; nothing where nothing is given. */
export const FieldAside = createContext<Aside | undefined>(undefined);

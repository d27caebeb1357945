import { createContext, type ReactNode } from 'react';

/** What an aside below a field gets from it: enough to read and to change its value. */
export type TypedField = {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** As on an input: `numeric` and `tel` take only digits. */
  readonly inputMode?: string | undefined;
  /** As on an input: `words` for names. */
  readonly autoCapitalize?: string | undefined;
};

export type Aside = (field: TypedField) => ReactNode;

/** Another way to fill in a text field, drawn below each; undefined for none. */
export const FieldAside = createContext<Aside | undefined>(undefined);

import { type I18n, setupI18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { MessageId } from './compiled/message-ids';

/** Languages the app can speak; one PO file each. */
export type Locale = 'id';

/** What fills the `{places}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Says the words of one message; an id that is not in the catalogue does not compile. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

export type Words = { readonly t: Translate; readonly locale: string };

const catalogues: Record<Locale, () => Promise<{ messages: Parameters<I18n['load']>[1] }>> = {
  id: () => import('./compiled/id'),
};

/**
 * Loads one language's catalogue. Rejects when its file cannot be fetched (offline before it was ever stored).
 */
export async function loadWords(locale: Locale): Promise<I18n> {
  const { messages } = await catalogues[locale]();
  return setupI18n({ locale, messages: { [locale]: messages } });
}

/** Gives the words to everything inside it. */
export function WordsProvider({ words, children }: { words: I18n; children: ReactNode }) {
  return <I18nProvider i18n={words}>{children}</I18nProvider>;
}

/** The words of the nearest `WordsProvider`; throws when there is none. */
export function useWords(): Words {
  const { i18n } = useLingui();
  return useMemo(
    () => ({ locale: i18n.locale, t: (id, values) => i18n._(id, values ? { ...values } : undefined) }),
    [i18n],
  );
}

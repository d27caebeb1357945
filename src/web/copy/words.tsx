import { type I18n, setupI18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { CATALOGUES } from './compiled/catalogues';
import type { MessageId } from './compiled/message-ids';
import type { Part } from './parts';

/** Languages the app can speak; one PO file each. */
export type Locale = keyof typeof CATALOGUES;

/** What fills the `{places}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Says the words of one message; an id that is not in the catalogue does not compile. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

export type Words = { readonly t: Translate; readonly locale: string };

const FIRST_LOCALE: Locale = 'id';

/** A page speaks one language, so it has one set of words, which grows by the parts that its pages ask for. */
const words = setupI18n({ locale: FIRST_LOCALE, messages: { [FIRST_LOCALE]: {} } });

/** Loads parts of one language. Rejects when a file cannot be fetched (offline before it was ever stored). */
export async function loadWords(locale: Locale, parts: readonly Part[]): Promise<I18n> {
  await fetchParts(locale, parts);
  words.activate(locale);
  return words;
}

/** Loads further parts in the language that is spoken, before the page that needs them. Rejects as `loadWords`. */
export async function addWords(parts: readonly Part[]): Promise<void> {
  await fetchParts(isLocale(words.locale) ? words.locale : FIRST_LOCALE, parts);
}

async function fetchParts(locale: Locale, parts: readonly Part[]): Promise<void> {
  const fetched = await Promise.all(parts.map((part) => CATALOGUES[locale][part]()));
  for (const { messages } of fetched) words.load(locale, messages);
}

function isLocale(locale: string): locale is Locale {
  return locale in CATALOGUES;
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

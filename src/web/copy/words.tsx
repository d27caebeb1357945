import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { CATALOGUES } from './compiled/catalogues';
import type { MessageId } from './compiled/message-ids';
import type { Part } from './parts';

/** Languages the app can speak; PO files for each. */
export type Locale = keyof typeof CATALOGUES;

/** What fills the `{places}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Says the words of one message; an id that is not in the catalogue does not compile. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

export type Words = { readonly t: Translate; readonly locale: string };

type Load = () => Promise<{ readonly messages: Messages }>;

/** Not every part is in every language: the staff app speaks the first alone. */
const catalogues: Readonly<Record<Locale, Readonly<Partial<Record<Part, Load>>>>> = CATALOGUES;

/** The language of the pages as built, and of what no other language has. */
export const FIRST_LOCALE = 'id' satisfies Locale;

/** A page speaks one language at a time, so it has one set of words, which grows by the parts that its pages ask for. */
const words = setupI18n({ locale: FIRST_LOCALE, messages: { [FIRST_LOCALE]: {} } });
const wanted = new Set<Part>();

/**
 * Speaks a language: loads these parts, and every part asked for before, so that a switch leaves no page without words.
 * Rejects, speaking on as before, when a file cannot be fetched (offline before it was ever stored).
 */
export async function loadWords(locale: Locale, parts: readonly Part[]): Promise<I18n> {
  for (const part of parts) wanted.add(part);
  // A page that is opened meanwhile asks for more.
  for (let held = -1; held < wanted.size; ) {
    held = wanted.size;
    await fetchParts(locale, [...wanted]);
  }
  words.activate(locale);
  return words;
}

/** Loads further parts in the language that is spoken, before the page that needs them. Rejects as `loadWords`. */
export async function addWords(parts: readonly Part[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  await fetchParts(spokenLocale(), parts);
}

async function fetchParts(locale: Locale, parts: readonly Part[]): Promise<void> {
  const fetched = await Promise.all(parts.map((part) => catalogues[locale][part]?.()));
  for (const part of fetched) if (part) words.load(locale, part.messages);
}

/** Whether a text names a language of the app. */
export function isLocale(locale: string): locale is Locale {
  return Object.hasOwn(CATALOGUES, locale);
}

/** The language that is spoken now. A component that shows what depends on it also calls `useWords`, to be drawn anew. */
export function spokenLocale(): Locale {
  return isLocale(words.locale) ? words.locale : FIRST_LOCALE;
}

/** Gives the words to everything inside it. */
export function WordsProvider({ words, children }: { words: I18n; children: ReactNode }) {
  return <I18nProvider i18n={words}>{children}</I18nProvider>;
}

/** The words of the nearest `WordsProvider`; throws when there is none. */
export function useWords(): Words {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(
    () => ({ locale, t: (id, values) => i18n._(id, values ? { ...values } : undefined) }),
    [i18n, locale],
  );
}

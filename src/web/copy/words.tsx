import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { CATALOGUES } from './compiled/catalogues';
import type { MessageId } from './compiled/message-ids';
import type { Part } from './parts';

/** Languages of the app, each with its PO files. */
export type Locale = keyof typeof CATALOGUES;

/** The values for the `{placeholders}` of a message. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Returns the text of one message; an id that is not in the catalogue does not compile. */
export type Translate = (id: MessageId, values?: MessageValues) => string;

export type Words = { readonly t: Translate; readonly locale: string };

type Load = () => Promise<{ readonly messages: Messages }>;

/** Not every part exists in every language: the staff app has only the first. */
const catalogues: Readonly<Record<Locale, Readonly<Partial<Record<Part, Load>>>>> = CATALOGUES;

/** The language of the pages as built, and of every text that has no translation. */
export const FIRST_LOCALE = 'id' satisfies Locale;

/**
 * A page is in one language at a time, so there is one catalogue, which grows by the parts that pages ask
 * for.
 */
const words = setupI18n({ locale: FIRST_LOCALE, messages: { [FIRST_LOCALE]: {} } });
const wanted = new Set<Part>();

/**
 * Switches to a language: loads these parts and every part asked for before, so that no page is left without
 * text. Rejects when a file cannot be fetched (offline before it was ever stored); the language then stays as
 * before.
 */
export async function loadWords(locale: Locale, parts: readonly Part[]): Promise<I18n> {
  for (const part of parts) wanted.add(part);
  // A page opened meanwhile may ask for more parts.
  for (let held = -1; held < wanted.size; ) {
    held = wanted.size;
    await fetchParts(locale, [...wanted]);
  }
  words.activate(locale);
  return words;
}

/**
 * Loads further parts in the current language, before the page that needs them. Rejects as `loadWords` does.
 */
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
  return Object.keys(CATALOGUES).includes(locale);
}

/**
 * Returns the current language. A component that depends on it also calls `useWords`, so that a switch
 * renders it again.
 */
export function spokenLocale(): Locale {
  return isLocale(words.locale) ? words.locale : FIRST_LOCALE;
}

/** Provides the messages to everything inside it. */
export function WordsProvider({ words, children }: { words: I18n; children: ReactNode }) {
  return <I18nProvider i18n={words}>{children}</I18nProvider>;
}

/** Returns the messages of the nearest `WordsProvider`; throws when there is none. */
export function useWords(): Words {
  const { i18n } = useLingui();
  const { locale } = i18n;
  return useMemo(
    () => ({ locale, t: (id, values) => i18n._(id, values ? { ...values } : undefined) }),
    [i18n, locale],
  );
}

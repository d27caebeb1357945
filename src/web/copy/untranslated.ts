import { FIRST_LOCALE, spokenLocale } from './words';

const texts = new Set<string>();

/** Remembers texts of the city that no other language has. */
export function noteUntranslated(found: Iterable<string>): void {
  for (const text of found) texts.add(text);
}

/** The language to mark a text with: set only where the page speaks another language than the text is written in. */
export function langOf(text: string): 'id' | undefined {
  return spokenLocale() !== FIRST_LOCALE && texts.has(text) ? FIRST_LOCALE : undefined;
}

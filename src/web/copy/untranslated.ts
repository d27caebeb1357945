import { FIRST_LOCALE, spokenLocale } from './words';

const texts = new Set<string>();

/** Remembers texts of the city that exist only in Indonesian. */
export function noteUntranslated(found: Iterable<string>): void {
  for (const text of found) texts.add(text);
}

/**
 * Returns the language to mark a text with; `undefined` unless the page is in another language than the text.
 */
export function langOf(text: string): 'id' | undefined {
  return spokenLocale() !== FIRST_LOCALE && texts.has(text) ? FIRST_LOCALE : undefined;
}

import { FIRST_LOCALE, isLocale, type Locale, loadWords } from './words';

/**
 * The script at the end of the built pages (src/build/finish-pages.ts) reads this key too, before any code of
 * the app.
 */
export const LANGUAGE_KEY = 'mpp-language';

/** Each language's own name, never translated, so that everybody finds their language. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  id: 'Indonesia',
  jv: 'Jawa',
  en: 'English',
};

/**
 * Returns the language chosen on this phone; Indonesian where none was chosen or the browser keeps nothing.
 */
export function readLanguage(): Locale {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY) ?? '';
    return isLocale(kept) ? kept : FIRST_LOCALE;
  } catch {
    return FIRST_LOCALE;
  }
}

/** Sets the language of the page, for screen readers, hyphenation and reading aloud. */
export function showLanguage(locale: Locale): void {
  document.documentElement.lang = locale;
}

/**
 * Switches to a language and keeps the choice. Rejects, with nothing changed, when its messages cannot be
 * fetched.
 */
export async function chooseLanguage(locale: Locale): Promise<void> {
  await loadWords(locale, []);
  showLanguage(locale);
  try {
    localStorage.setItem(LANGUAGE_KEY, locale);
  } catch {
    // A browser that keeps nothing uses the chosen language until the app is closed.
  }
}

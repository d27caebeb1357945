import { FIRST_LOCALE, isLocale, type Locale, loadWords } from './words';

/** Read by the script at the end of the built pages too (src/build/finish-pages.ts), before any code of the app. */
export const LANGUAGE_KEY = 'mpp-language';

/** What each language calls itself: never translated, so that everybody finds their own. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  id: 'Indonesia',
  jv: 'Jawa',
  en: 'English',
};

/** What was chosen on this phone; Indonesian where nothing was, or where the browser keeps nothing. */
export function readLanguage(): Locale {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY) ?? '';
    return isLocale(kept) ? kept : FIRST_LOCALE;
  } catch {
    return FIRST_LOCALE;
  }
}

/** Says which language the page speaks, for screen readers, hyphenation and reading aloud. */
export function showLanguage(locale: Locale): void {
  document.documentElement.lang = locale;
}

/** Speaks a language from now on and keeps the choice. Rejects, with nothing changed, when its words cannot be fetched. */
export async function chooseLanguage(locale: Locale): Promise<void> {
  await loadWords(locale, []);
  showLanguage(locale);
  try {
    localStorage.setItem(LANGUAGE_KEY, locale);
  } catch {
    // A browser that keeps nothing speaks the chosen language until the app is closed.
  }
}

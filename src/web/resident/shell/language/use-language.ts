import { useState } from 'react';
import { chooseLanguage } from '../../../copy/language-choice';
import { FIRST_LOCALE, isLocale, type Locale, useWords } from '../../../copy/words';
import { loadCityWords } from './city-words';

/**
 * Returns the current language and a function to choose another. `hasFailed`: the words of the chosen
 * language could not be fetched.
 */
export function useLanguage() {
  const { locale } = useWords();
  const [hasFailed, setHasFailed] = useState(false);
  const choose = async (wanted: Locale) => {
    try {
      await loadCityWords(wanted);
      await chooseLanguage(wanted);
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  };
  return { locale: isLocale(locale) ? locale : FIRST_LOCALE, choose, hasFailed };
}

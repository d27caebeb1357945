import { useState } from 'react';
import { chooseLanguage } from '../../../copy/language-choice';
import { FIRST_LOCALE, isLocale, type Locale, useWords } from '../../../copy/words';
import { loadCityWords } from './city-words';

/** The language that is spoken, and a way to speak another; `hasFailed`: its words could not be fetched. */
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

import { useEffect, useState } from 'react';
import { useWords } from '../../copy/words';
import { ABROAD, loadPlans } from './load-plans';

/**
 * Returns an E.164 number of another country as it is written there, with the country:
 * `+60 12 345 6789 (Malaysia)`. Returns any other text as it is, and such a number too while the plans are
 * loading or where no country has it.
 */
export function useNumberAbroad(text: string): string {
  const { locale } = useWords();
  const [read, setRead] = useState({ text: '', locale: '', words: '' });
  useEffect(() => {
    if (!ABROAD.test(text)) return;
    let isShown = true;
    loadPlans().then(
      ({ readNumberAbroad }) => {
        const number = readNumberAbroad(text);
        if (!isShown || number === undefined) return;
        const { written, country } = number;
        const words = country === undefined ? written : `${written} (${countryWords(country, locale)})`;
        setRead({ text, locale, words });
      },
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [text, locale]);
  return read.text === text && read.locale === locale ? read.words : text;
}

/** Names a country by its ISO 3166 code, in Indonesian where the browser does not know the language. */
function countryWords(country: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale, 'id'], { type: 'region' }).of(country) ?? country;
  } catch {
    // A browser older than Intl.DisplayNames.
    return country;
  }
}

import type { CityWords, TranslatedCity } from '../../../../city/translate-city';
import type { City, Place } from '../../../../domain/city/city';
import { noteUntranslated } from '../../../copy/untranslated';
import { FIRST_LOCALE, type Locale } from '../../../copy/words';

type Say = { readonly city: (city: City) => TranslatedCity; readonly place: (place: Place) => Place };

/**
 * The city's texts are written in the first language. Each other language has a file of them, fetched when it
 * is chosen.
 */
const LOADERS: Readonly<Record<Exclude<Locale, typeof FIRST_LOCALE>, () => Promise<{ words: CityWords }>>> = {
  jv: () => import('../../../../city/metro/translations/jv'),
  en: () => import('../../../../city/metro/translations/en'),
};

const sayers = new Map<string, Say>();
const said = new WeakMap<City, Map<string, City>>();

/** Fetches the city's texts in a language. Rejects when they cannot be fetched. */
export async function loadCityWords(locale: Locale): Promise<void> {
  if (locale === FIRST_LOCALE || sayers.has(locale)) return;
  const [{ words }, { translateCity, translatePlace }] = await Promise.all([
    LOADERS[locale](),
    import('../../../../city/translate-city'),
  ]);
  sayers.set(locale, {
    city: (city) => translateCity(city, words),
    place: (place) => translatePlace(place, words),
  });
}

/**
 * Returns what the first page says of a city, in a language whose texts were fetched; otherwise unchanged.
 */
export function sayPlace(place: Place, locale: string): Place {
  return sayers.get(locale)?.place(place) ?? place;
}

/**
 * Returns the city in a language whose texts were fetched; otherwise unchanged. The same input returns the
 * same object.
 */
export function sayCity(city: City, locale: string): City {
  const say = sayers.get(locale);
  if (!say) return city;
  const byLocale = said.get(city) ?? new Map<string, City>();
  said.set(city, byLocale);
  const known = byLocale.get(locale);
  if (known) return known;
  const { city: made, untranslated } = say.city(city);
  noteUntranslated(untranslated);
  byLocale.set(locale, made);
  return made;
}

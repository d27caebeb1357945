import type { City, Place } from '../domain/city/city';

/** Texts of a city in another language, by the Indonesian text itself: one that the city edits is another text. */
export type CityWords = Readonly<Record<string, string>>;

export type TranslatedCity = {
  readonly city: City;
  /** Texts that these words do not hold: they stay Indonesian, and a page marks them as such. */
  readonly untranslated: ReadonlySet<string>;
};

/** The fields of a catalogue and of settings that hold words for people; every other is an id, a number or an address. */
const TEXT_FIELDS = new Set([
  'name',
  'shortName',
  'summary',
  'about',
  'agency',
  'note',
  'text',
  'hint',
  'label',
  'hours',
  'reason',
  'whereToGo',
  'prosedur',
  'jangkaWaktu',
  'biaya',
  'produk',
  'pengaduan',
]);

/**
 * Says a city's catalogue and settings in another language. What a city edited has no words here, so it stays as it
 * was written. A service is still found by its Indonesian names. Areas keep their names.
 */
export function translateCity(city: City, words: CityWords): TranslatedCity {
  const untranslated = new Set<string>();
  const say = (text: string): string => {
    const said = Object.hasOwn(words, text) ? words[text] : undefined;
    if (said === undefined) untranslated.add(text);
    return said ?? text;
  };
  const catalogue = keepSearch(city.catalogue, mapTexts(city.catalogue, say), words);
  return { city: { ...city, catalogue, settings: mapTexts(city.settings, say) }, untranslated };
}

/** The settings alone in another language, for a first page that has no catalogue yet. */
export function translatePlace(place: Place, words: CityWords): Place {
  const say = (text: string) => (Object.hasOwn(words, text) ? words[text] : undefined) ?? text;
  return { ...place, settings: mapTexts(place.settings, say) };
}

/** Every text for people in a value, as it is written. */
export function listTexts(value: unknown): string[] {
  const texts: string[] = [];
  mapTexts(value, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/** The same value with its texts said anew; `isText`: it stands in a field that holds words. */
function mapTexts<Value>(value: Value, say: (text: string) => string, isText?: boolean): Value;
function mapTexts(value: unknown, say: (text: string) => string, isText = false): unknown {
  if (typeof value === 'string') return isText ? say(value) : value;
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, say, isText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, mapTexts(held, say, TEXT_FIELDS.has(key))]),
  );
}

type Catalogue = City['catalogue'];

/** The Indonesian names and search words stay beside those of the language. */
function keepSearch(before: Catalogue, after: Catalogue, words: CityWords): Catalogue {
  const searchOf = ({ name, searchWords }: { name: string; searchWords: readonly string[] }) => [
    ...searchWords,
    name,
    ...searchWords.flatMap((word) => words[word] ?? []),
  ];
  return {
    ...after,
    services: after.services.map((service, index) => {
      const original = before.services[index];
      return original ? { ...service, searchWords: [...searchOf(original), original.shortName] } : service;
    }),
    referrals: after.referrals.map((referral, index) => {
      const original = before.referrals[index];
      return original ? { ...referral, searchWords: searchOf(original) } : referral;
    }),
  };
}

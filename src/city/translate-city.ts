import type { City, Place } from '../domain/city/city';

/**
 * A city's texts in another language, keyed by the Indonesian text: once the city edits a text, it has no
 * translation.
 */
export type CityWords = Readonly<Record<string, string>>;

export type TranslatedCity = {
  readonly city: City;
  /** Texts without a translation: they stay Indonesian, and a page marks them as Indonesian. */
  readonly untranslated: ReadonlySet<string>;
};

/**
 * The fields of a catalogue and of settings that hold text for people; all others hold ids, numbers or
 * addresses.
 */
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
 * Returns a city with its catalogue and settings in another language. A text that the city has edited has no
 * translation and stays as written. A service is still found by its Indonesian names. Areas keep their names.
 */
export function translateCity(city: City, words: CityWords): TranslatedCity {
  const untranslated = new Set<string>();
  const known = new Map(Object.entries(words));
  const say = (text: string): string => {
    const said = known.get(text);
    if (said === undefined) untranslated.add(text);
    return said ?? text;
  };
  const catalogue = keepSearch(city.catalogue, mapTexts(city.catalogue, say), words);
  return { city: { ...city, catalogue, settings: mapTexts(city.settings, say) }, untranslated };
}

/** Translates the settings only, for a first page that has no catalogue yet. */
export function translatePlace(place: Place, words: CityWords): Place {
  const known = new Map(Object.entries(words));
  const say = (text: string) => known.get(text) ?? text;
  return { ...place, settings: mapTexts(place.settings, say) };
}

/** Lists every text for people in a value, as written. */
export function listTexts(value: unknown): string[] {
  const texts: string[] = [];
  mapTexts(value, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/**
 * Returns the same value with its texts translated; `isText` says that the value stands in a field that holds
 * text.
 */
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

/** Keeps the Indonesian names and search words beside those of the other language. */
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

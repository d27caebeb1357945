import { readdirSync } from 'node:fs';
import { getFormat } from '@lingui/cli/api';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { words as englishCity } from '../../../src/city/metro/translations/en';
import { words as javaneseCity } from '../../../src/city/metro/translations/jv';
import { listTexts } from '../../../src/city/translate-city';
import { PARTS, PARTS_OF_APP } from '../../../src/web/copy/parts';

const copy = `${process.cwd()}/src/web/copy`;
const po = await getFormat('po', { explicitIdAsDefault: true } as { origins?: boolean }, 'id');
const residentNames = new Set<string>(PARTS_OF_APP.resident.flatMap((part) => PARTS[part]));

/** Reads the words of the resident's pages by id, in one language. */
async function readWords(locale: string): Promise<Map<string, string>> {
  const files = readdirSync(copy).filter((name) => name === `${locale}.po` || name.endsWith(`-${locale}.po`));
  const read = await Promise.all(files.map((name) => po.read(`${copy}/${name}`, locale)));
  const all = read.flatMap((catalogue) => Object.entries(catalogue ?? {}));
  const own = all.filter(([id]) => residentNames.has(id.slice(0, id.indexOf('.'))));
  return new Map(own.map(([id, message]) => [id, message.translation ?? '']));
}

const indonesian = await readWords('id');
const languages = [
  { locale: 'jv', words: await readWords('jv'), city: javaneseCity },
  { locale: 'en', words: await readWords('en'), city: englishCity },
] as const;

/**
 * Common Indonesian words that neither Javanese (krama) nor English has: a text with one of them was left
 * untranslated.
 */
const LEFT_BEHIND =
  /\b(?:yang|tidak|dan|untuk|dengan|ini|itu|Anda|bisa|belum|sudah|atau|ke|dari|pada|saat|jika|bila|akan|ada|kami|sedang|lagi)\b/i;

/** What each language shares with Indonesian: names, borrowed words, and words that Javanese has too. */
const SHARED = {
  jv: 'program tampilan langsung pin lepas layanan tutup pasang urutan tanggal pilih tambah alamat nik rt rw kelurahan whatsapp gratis formulir kunjungan jadwal kontak kode data hp foto kamera kalender sms daftar nomer siyap telpon kabetahan berkas petugas {state} {when} {place} {time} {name} {area} {phone} {number} {programme} {link} {services} {paper} wi-fi',
  en: 'pin nik rt rw kelurahan whatsapp sms {state} {when} {place} {time} {name} {area} {phone} {number} wi-fi {heading} {title} {names} {kind}',
} as const;

function isShared(text: string, locale: 'jv' | 'en'): boolean {
  const shared = new Set(SHARED[locale].split(' '));
  return text
    .toLowerCase()
    .split(/[\s,.;:()?&]+/)
    .every((word) => word === '' || shared.has(word));
}

it('Javanese texts spell each word of krama in one way', () => {
  const others = /\b(?:boten|menika|kita|telpun|nelpun|sakderengipun|(?:ing|wonten) mriki)\b/i;
  const javanese = languages.filter(({ locale }) => locale === 'jv');
  const texts = javanese.flatMap(({ words, city }) => [...words.values(), ...Object.values(city)]);
  expect(texts.filter((text) => text.includes('mboten')).length).toBeGreaterThan(50);
  expect(texts.filter((text) => others.test(text))).toEqual([]);
});

describe.each(languages)('the words of $locale', ({ locale, words, city }) => {
  it("cover every word of the resident's pages, and no other", () => {
    expect(words.size).toBeGreaterThan(400);
    expect([...indonesian.keys()].filter((id) => !words.get(id))).toEqual([]);
    expect([...words.keys()].filter((id) => !indonesian.has(id))).toEqual([]);
  });

  it('have the same placeholders as the Indonesian', () => {
    const placesOf = (text: string) =>
      [...new Set(Array.from(text.matchAll(/\{(\w+)[},]/g), (match) => match[1]))].sort();
    const differing = [...words].filter(
      ([id, text]) => String(placesOf(text)) !== String(placesOf(indonesian.get(id) ?? '')),
    );
    expect(differing).toEqual([]);
  });

  it('are not left in Indonesian', () => {
    const same = [...words].filter(([id, text]) => text === indonesian.get(id) && !isShared(text, locale));
    expect(same).toEqual([]);
    expect([...words].filter(([, text]) => LEFT_BEHIND.test(text))).toEqual([]);
  });

  it('of the city cover every text of its catalogue and settings, and hold no Indonesian sentence', () => {
    const texts = new Set([...listTexts(metro.catalogue), ...listTexts(metro.settings)]);
    expect(texts.size).toBeGreaterThan(100);
    expect([...texts].filter((text) => !Object.hasOwn(city, text))).toEqual([]);
    const left = Object.entries(city).filter(([text, said]) => LEFT_BEHIND.test(said) && said !== text);
    expect(left).toEqual([]);
    const sentences = Object.entries(city).filter(([text, said]) => said === text && /[.?!]$/.test(text));
    expect(sentences).toEqual([]);
  });

  it('of the city translate no text that the city does not have', () => {
    const { services, referrals } = metro.catalogue;
    const searched = [...services, ...referrals].flatMap((one) => one.searchWords);
    const known = new Set([...listTexts(metro.catalogue), ...listTexts(metro.settings), ...searched]);
    expect(Object.keys(city).filter((text) => !known.has(text))).toEqual([]);
  });
});

import { createHmac, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { BookingId } from '../../../domain/booking/booking';
import { foldPersonName, nameWords, withoutTitles } from '../../../domain/people/name-words';
import { parsePhone } from '../../../domain/people/phone';
import { joinedDigits } from '../../../domain/people/plain-digits';
import type { Engine } from '../engine/context';
import { prepareWrites, type WritePart } from '../engine/prepare-writes';
import type { CityWrite } from '../engine/write-city';
import { subkeyOf } from '../secret/seal';

/**
 * Version of what search finds a row by; older rows carry less (jobs/index-bookings). 3: the parts of a name's
 * words, and the same person whatever the titles. The next version needs the index of migration 018 again.
 */
export const SEARCH_VERSION = 3;

const NAME_PREFIX = { min: 3, max: 8 };
const PHONE_SUFFIX = { min: 4, max: 8 };
/** 96 bits: no two words of a city collide by chance. */
export const TOKEN_BYTES = 12;

type Place = Parameters<typeof subkeyOf>[0];
type TokenOf = (text: string) => Buffer;

/** The people of a request, for search and for finding doubles. */
export type SearchedPeople = {
  readonly recipient: { readonly name: string };
  readonly contact: { readonly name: string; readonly phone: string };
};

/** What a search looks for: rows of `bucket` whose `search_tokens` contain `token`. */
export type SearchedToken = { readonly bucket: string; readonly token: Buffer };

/** A word that is searched for: a booking matches it by all tokens of any one of its readings. */
export type SearchedWord = readonly (readonly SearchedToken[])[];

type SearchTokens = {
  /** Only for the shortest beginnings and ends: an index row for each. */
  readonly buckets: readonly string[];
  /** All tokens, one after another. */
  readonly tokens: Buffer;
};

/**
 * Returns keyed hashes of the beginnings of the words in both names and of the ends of the phone number. A
 * booking can so be found by part of a name while the database contains neither name nor number. Whoever has
 * the database without the keys learns which rows share a beginning, but no word.
 */
export function searchTokensOf(context: Place, { recipient, contact }: SearchedPeople): SearchTokens {
  const tokenOf = tokenMaker(context);
  const texts = new Set<string>();
  const buckets = new Set<string>();
  for (const word of [...wordsOf(recipient.name), ...wordsOf(contact.name)]) {
    const letters = [...word];
    for (let length = Math.min(NAME_PREFIX.min, letters.length); length <= NAME_PREFIX.max; length += 1) {
      if (length <= letters.length) texts.add(nameText(letters, length));
    }
    buckets.add(nameText(letters, NAME_PREFIX.min));
  }
  const digits = contact.phone.replace(/\D/g, '');
  for (let length = PHONE_SUFFIX.min; length <= PHONE_SUFFIX.max; length += 1) {
    texts.add(phoneText(digits, length));
  }
  texts.add(`phone ${contact.phone}`);
  buckets.add(phoneText(digits, PHONE_SUFFIX.min));
  const tokens = new Map([...texts].map((text) => [text, tokenOf(text)]));
  return {
    buckets: [...buckets].map((text) => bucketOf(tokens.get(text) ?? tokenOf(text))),
    tokens: Buffer.concat([...tokens.values()]),
  };
}

/**
 * Returns the words that a booking must match, all of them, to match `q`; empty where `q` is too short to
 * search for. Titles count only where nothing else is asked for.
 */
export function searchTokensFor(context: Place, q: string): SearchedWord[] {
  const tokenOf = tokenMaker(context);
  const phoneToken = (digits: string, text: string): SearchedToken => ({
    bucket: bucketOf(tokenOf(phoneText(digits, PHONE_SUFFIX.min))),
    token: tokenOf(text),
  });
  const phone = parsePhone(q);
  const digits = joinedDigits(q).replace(/[+()]/g, '');
  const byEnd = () => [phoneToken(digits, phoneText(digits, PHONE_SUFFIX.max))];
  if (phone.ok) {
    const whole = [phoneToken(phone.phone.replace(/\D/g, ''), `phone ${phone.phone}`)];
    // What reads as a landline without 62, or begins with an 8, may be a number abroad without its country
    // code or +: 0912 345 678 in Taiwan, 852 9123 4567 in Hong Kong.
    const mayBeAbroad = phone.kind === 'landline' ? /^0[1-9]/.test(digits) : digits.startsWith('8');
    return [mayBeAbroad ? [whole, byEnd()] : [whole]];
  }
  if (/^\d+$/.test(digits)) return digits.length < PHONE_SUFFIX.min ? [] : [[byEnd()]];
  const nameToken = (word: string): SearchedToken => {
    const letters = [...word];
    return {
      bucket: bucketOf(tokenOf(nameText(letters, NAME_PREFIX.min))),
      token: tokenOf(nameText(letters, NAME_PREFIX.max)),
    };
  };
  return nameWords(withoutTitles(q)).map(({ joined, parts }) =>
    [[joined], ...(parts.length > 1 ? [parts] : [])].map((words) => words.map(nameToken)),
  );
}

/** A booking is found by a word as it is written without marks, and by each part between them. */
function wordsOf(name: string): readonly string[] {
  return nameWords(name).flatMap(({ joined, parts }) => [joined, ...parts]);
}

function nameText(letters: readonly string[], length: number): string {
  return `name ${letters.slice(0, length).join('')}`;
}

function phoneText(digits: string, length: number): string {
  return `phone ${digits.slice(-length)}`;
}

function bucketOf(token: Buffer): string {
  return token.toString('base64url');
}

/**
 * The same for the same recipient's name, titles and degrees aside, and contact number: two such bookings are
 * probably the same request.
 */
export function personIndexOf(context: Place, { recipient, contact }: SearchedPeople): string {
  return bucketOf(tokenMaker(context)(`person ${foldPersonName(recipient.name)} ${contact.phone}`));
}

type Buckets = { readonly city: string; readonly booking_id: BookingId; readonly buckets: string };

/** One SQL text for any number of buckets, a JSON array, so that it is built and prepared only once. */
export const ADD_BUCKETS: Readonly<Record<Engine, WritePart<Buckets>>> = {
  sqlite: (_, { city, booking_id, buckets }) =>
    sql<Record<string, unknown>>`INSERT INTO booking_tokens (city, token, booking_id)
      SELECT ${city}, value, ${booking_id} FROM json_each(${buckets}) WHERE true ON CONFLICT DO NOTHING`,
  postgres: (_, { city, booking_id, buckets }) =>
    sql<Record<string, unknown>>`INSERT INTO booking_tokens (city, token, booking_id)
      SELECT ${city}::text, value, ${booking_id}::text FROM json_array_elements_text(${buckets}::json)
      ON CONFLICT DO NOTHING`,
};

const addBuckets = {
  sqlite: prepareWrites([ADD_BUCKETS.sqlite]),
  postgres: prepareWrites([ADD_BUCKETS.postgres]),
};

/** Adds a booking to the search index. Safe to repeat. */
export async function writeSearchBuckets(
  { tx, context }: CityWrite,
  booking_id: BookingId,
  buckets: SearchTokens['buckets'],
): Promise<void> {
  const { engine, city } = context;
  await addBuckets[engine](tx, { city: city.code, booking_id, buckets: JSON.stringify(buckets) });
}

/**
 * Removes a booking from the search index. Version 1 had an index row for each token, later versions only for
 * the buckets.
 */
export async function dropSearchTokens(
  { tx, context }: CityWrite,
  booking_id: BookingId,
  people: SearchedPeople,
): Promise<void> {
  const { buckets, tokens } = searchTokensOf(context, people);
  const each = Array.from({ length: tokens.length / TOKEN_BYTES }, (_, at) =>
    bucketOf(tokens.subarray(at * TOKEN_BYTES, (at + 1) * TOKEN_BYTES)),
  );
  await tx
    .deleteFrom('booking_tokens')
    .where('city', '=', context.city.code)
    .where('token', 'in', [...buckets, ...each])
    .where('booking_id', '=', booking_id)
    .execute();
}

/** The same few hundred beginnings are in most names of a city. Telephone numbers do not come again. */
const KEPT_TOKENS = 5_000;
const keptTokens = new WeakMap<KeyObject, Map<string, Buffer>>();

function tokenMaker(context: Place): TokenOf {
  const key = subkeyOf(context, 'search');
  const kept = keptTokens.get(key) ?? new Map<string, Buffer>();
  keptTokens.set(key, kept);
  const make: TokenOf = (text) => createHmac('sha256', key).update(text).digest().subarray(0, TOKEN_BYTES);
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const token = make(text);
    if (!text.startsWith('name ')) return token;
    if (kept.size >= KEPT_TOKENS) kept.clear();
    kept.set(text, token);
    return token;
  };
}

import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { BookingId } from '../../domain/booking/booking';
import { foldText, foldWords } from '../../domain/catalogue/fold-text';
import { parsePhone } from '../../domain/people/phone';
import { prepareQuery } from './prepare-query';
import { subkeyOf } from './seal';
import type { CityWrite } from './write-city';

/** What a row carries once it has its tokens; rows from before them carry 0 (jobs/index-bookings). */
export const SEARCH_VERSION = 1;

const NAME_PREFIX = { min: 3, max: 8 };
const PHONE_SUFFIX = { min: 4, max: 8 };
/** 96 bits: no two words of a city meet by chance. */
const TOKEN_CHARS = 16;

type Place = Parameters<typeof subkeyOf>[0];

/** The people of a request, as search and doubles see them. */
export type SearchedPeople = {
  readonly recipient: { readonly name: string };
  readonly contact: { readonly name: string; readonly phone: string };
};

/**
 * Keyed hashes of the beginnings of the names' words and the ends of the phone number: a booking is found by part of a
 * name with neither name nor number in the database. Who has the database but not the keys learns which rows share a
 * beginning, and no word.
 */
function searchTokensOf(context: Place, { recipient, contact }: SearchedPeople): string[] {
  const tokenOf = tokenMaker(context);
  const tokens = new Set<string>();
  for (const word of [...foldWords(recipient.name), ...foldWords(contact.name)]) {
    const letters = [...word];
    for (let length = Math.min(NAME_PREFIX.min, letters.length); length <= NAME_PREFIX.max; length += 1) {
      if (length <= letters.length) tokens.add(tokenOf(`name ${letters.slice(0, length).join('')}`));
    }
  }
  const digits = contact.phone.replace(/\D/g, '');
  for (let length = PHONE_SUFFIX.min; length <= PHONE_SUFFIX.max; length += 1) {
    tokens.add(tokenOf(`phone ${digits.slice(-length)}`));
  }
  tokens.add(tokenOf(`phone ${contact.phone}`));
  return [...tokens];
}

/** The tokens a booking must have, all of them, to be found by `q`; none where `q` is too short to look for. */
export function searchTokensFor(context: Place, q: string): string[] {
  const tokenOf = tokenMaker(context);
  const phone = parsePhone(q);
  if (phone.ok) return [tokenOf(`phone ${phone.phone}`)];
  const digits = q.replace(/[\s.+()-]/g, '');
  if (/^\d+$/.test(digits)) {
    return digits.length < PHONE_SUFFIX.min ? [] : [tokenOf(`phone ${digits.slice(-PHONE_SUFFIX.max)}`)];
  }
  return foldWords(q).map((word) => tokenOf(`name ${[...word].slice(0, NAME_PREFIX.max).join('')}`));
}

/** Same recipient's name and same contact number: probably the same request twice. */
export function personIndexOf(context: Place, { recipient, contact }: SearchedPeople): string {
  return tokenMaker(context)(`person ${foldText(recipient.name)} ${contact.phone}`);
}

type Tokens = { readonly city: string; readonly booking_id: BookingId; readonly tokens: string };

/** One text whatever their number, so that it is built and prepared once. */
const addTokensSqlite = prepareQuery((db, { city, booking_id, tokens }: Tokens) => ({
  compile: () =>
    sql`INSERT INTO booking_tokens (city, token, booking_id)
      SELECT ${city}, value, ${booking_id} FROM json_each(${tokens}) WHERE true ON CONFLICT DO NOTHING`.compile(
      db,
    ),
}));
const addTokensPostgres = prepareQuery((db, { city, booking_id, tokens }: Tokens) => ({
  compile: () =>
    sql`INSERT INTO booking_tokens (city, token, booking_id)
      SELECT ${city}::text, value, ${booking_id}::text FROM json_array_elements_text(${tokens}::json)
      ON CONFLICT DO NOTHING`.compile(db),
}));

/** Makes a booking found by its people. Safe to repeat. */
export async function writeSearchTokens(
  { tx, context }: CityWrite,
  booking_id: BookingId,
  people: SearchedPeople,
): Promise<void> {
  const tokens = JSON.stringify(searchTokensOf(context, people));
  const write = context.engine === 'sqlite' ? addTokensSqlite : addTokensPostgres;
  await write(tx, { city: context.city.code, booking_id, tokens });
}

function tokenMaker(context: Place): (text: string) => string {
  const key = subkeyOf(context, 'search');
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, TOKEN_CHARS);
}

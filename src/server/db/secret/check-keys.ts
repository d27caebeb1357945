import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { ServerContext } from '../engine/context';
import { seal, unseal, unsealBytes } from './seal';
import { CHECK_PLACE, SEALED_COLUMNS, type SealedColumn } from './sealed-columns';

type Opener = Pick<ServerContext, 'db' | 'city' | 'keys' | 'randomBytes'>;

const NAME = 'keys';
/** How many rows to search for a value of a column: an optional column may be empty in many rows. */
const PROBED_ROWS = 500;

/** The keys cannot decrypt what the database holds. */
class WrongKeys extends Error {
  constructor(what: string) {
    super(
      `The keys do not fit the database: ${what} cannot be opened with them. Put back the keys.json of this database, ` +
        "or look whether DATA_DIR or DATABASE_URL is another installation's",
    );
  }
}

/**
 * Throws where the keys are not those that encrypted the database: everything in it would be unreadable, and
 * new values would be encrypted under keys that the next start does not have. In a database without the check
 * value (a new one, or one older than the check), tries the keys on existing values, then adds the check
 * value.
 */
export async function checkKeys(context: Opener): Promise<void> {
  if (await tryKeys(context)) return;
  const value = seal(context, CHECK_PLACE, indexCheckOf(context));
  await context.db
    .insertInto('key_checks')
    .values({ city: context.city.code, name: NAME, value })
    .onConflict((conflict) => conflict.columns(['city', 'name']).doNothing())
    .execute();
  // If two processes start at once, each with its own keys, the second finds the first one's value.
  await hasCheck(context);
}

/** The same without writing anything, of any version of the database. Answers whether it has the value. */
export async function tryKeys(context: Omit<Opener, 'randomBytes'>): Promise<boolean> {
  const tables = await context.db.introspection.getTables();
  const hasColumn = (table: string, column: string) =>
    tables.some(({ name, columns }) => name === table && columns.some((one) => one.name === column));
  if (hasColumn('key_checks', 'value') && (await hasCheck(context))) return true;
  for (const sealed of SEALED_COLUMNS) {
    if (hasColumn(sealed.table, sealed.column)) await probe(context, sealed);
  }
  return false;
}

/** The value that tells whether keys are the database's own, where it has one. */
export async function readKeyCheck({ db, city }: Pick<Opener, 'db' | 'city'>): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('key_checks')
    .select('value')
    .where('city', '=', city.code)
    .where('name', '=', NAME)
    .executeTakeFirst();
  return row?.value;
}

/** Throws where the keys do not open the value, or people are found by another index than theirs. */
export function openKeyCheck(context: Pick<Opener, 'keys' | 'city'>, value: Buffer): void {
  const known = tryToOpen('its check value', () => unseal(context, CHECK_PLACE, value));
  const own = Buffer.from(indexCheckOf(context));
  const there = Buffer.from(String(known));
  if (own.length !== there.length || !timingSafeEqual(own, there)) throw new WrongKeys('its index of people');
}

async function hasCheck(context: Omit<Opener, 'randomBytes'>): Promise<boolean> {
  const value = await readKeyCheck(context);
  if (value === undefined) return false;
  openKeyCheck(context, value);
  return true;
}

/**
 * Covers the index key as well: encryption keys alone do not tell whether people are found by the same index.
 */
function indexCheckOf({ keys, city }: Pick<Opener, 'keys' | 'city'>): string {
  return createHmac('sha256', keys.nikIndex).update(`check/${city.code}`).digest('base64url');
}

/** Tries to decrypt the first value of a column, if there is one. */
async function probe(
  context: Omit<Opener, 'randomBytes'>,
  { table, column, key, placeOf }: SealedColumn,
): Promise<void> {
  const names = sql.join([...key, column].map((name) => sql.ref(name)));
  const order = sql.join(key.map((name) => sql.ref(name)));
  const { rows } = await sql<Record<string, string | number> & Record<typeof column, Buffer>>`
    SELECT ${names} FROM (
      SELECT ${names} FROM ${sql.table(table)} WHERE city = ${context.city.code}
      ORDER BY ${order} LIMIT ${sql.lit(PROBED_ROWS)}) AS first_rows
    WHERE length(${sql.ref(column)}) > 0 LIMIT 1`.execute(context.db);
  for (const row of rows) {
    const value: unknown = row[column];
    if (!Buffer.isBuffer(value)) continue;
    tryToOpen(`${table}.${column}`, () => unsealBytes(context, placeOf(row), value));
  }
}

function tryToOpen<T>(what: string, open: () => T): T {
  try {
    return open();
  } catch {
    throw new WrongKeys(what);
  }
}

import { sql } from 'kysely';
import type { CityWrite } from '../engine/write-city';
import { headOf, sealBytes, unsealBytes } from './seal';
import type { SealedColumn } from './sealed-columns';

type Key = Parameters<SealedColumn['placeOf']>[0];

/**
 * Finds the row keys of values encrypted under an earlier key, in key order. Looks at `limit` values at most.
 */
export async function findOld(
  { db, city, keys }: Pick<CityWrite['context'], 'db' | 'city' | 'keys'>,
  { table, column, key }: SealedColumn,
  { after, limit }: { readonly after: Key | undefined; readonly limit: number },
): Promise<{ readonly old: readonly Key[]; readonly last: Key | undefined }> {
  const head = headOf(keys);
  const names = sql.join(key.map((name) => sql.ref(name)));
  const isLater =
    after === undefined ? sql`` : sql`AND (${names}) > (${sql.join(key.map((name) => after[name]))})`;
  const { rows } = await sql<Key & { head: Buffer }>`
    SELECT ${names}, substr(${sql.ref(column)}, 1, ${sql.lit(head.length)}) AS head FROM ${sql.table(table)}
    WHERE city = ${city.code} AND length(${sql.ref(column)}) > 0 ${isLater}
    ORDER BY ${names} LIMIT ${sql.lit(limit)}`.execute(db);
  const keysOf = ({ head: _head, ...rest }: Key & { head: Buffer }): Key => rest;
  const last = rows.at(-1);
  return {
    old: rows.filter((row) => !head.equals(row.head)).map(keysOf),
    last: last && keysOf(last),
  };
}

/**
 * Encrypts one value again under the current key, as it is now; `false` where it is gone or already under
 * that key.
 */
export async function resealValue(write: CityWrite, sealed: SealedColumn, row: Key): Promise<boolean> {
  const { tx, context } = write;
  const { table, column, key, placeOf } = sealed;
  const isIt = sql`city = ${context.city.code} AND ${sql.join(
    key.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
    sql` AND `,
  )}`;
  const found = await sql<Record<string, unknown>>`
    SELECT * FROM ${sql.table(table)} WHERE ${isIt}`.execute(tx);
  const whole = found.rows[0];
  const value = whole?.[column];
  if (whole === undefined || !Buffer.isBuffer(value) || value.length === 0) return false;
  const head = headOf(context.keys);
  if (head.equals(value.subarray(0, head.length))) return false;
  const place = placeOf(row);
  const anew = sealBytes(context, place, unsealBytes(context, place, value));
  if (table === 'events') {
    // A trigger forbids changing an event, so the event is replaced by the same one.
    const columns = { ...whole, [column]: anew };
    await sql`DELETE FROM ${sql.table(table)} WHERE ${isIt}`.execute(tx);
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
      VALUES (${sql.join(Object.values(columns))})`.execute(tx);
    return true;
  }
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${anew}
    WHERE ${isIt} AND ${sql.ref(column)} = ${value}`.execute(tx);
  return numAffectedRows === 1n;
}

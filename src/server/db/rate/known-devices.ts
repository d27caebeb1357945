import { sql } from 'kysely';
import type { ServerContext } from '../engine/context';
import { prepareQuery } from '../engine/prepare-query';

type Asked = { readonly city: string; readonly hashes: string };
type Row = { readonly hash: string };

/** Of `EXISTS`, PostgreSQL may make a hash of the whole city's devices; of one value it looks up a key. */
const hasLeftSomething = (city: string) => sql`
  (SELECT 1 FROM booking_devices AS d WHERE d.city = ${city} AND d.device_hash = asked.value LIMIT 1) IS NOT NULL
  OR (SELECT 1 FROM callbacks AS c WHERE c.city = ${city} AND c.device_hash = asked.value LIMIT 1) IS NOT NULL`;

const findOnSqlite = prepareQuery((db, { city, hashes }: Asked) => ({
  compile: () =>
    sql<Row>`SELECT asked.value AS hash FROM json_each(${hashes}) AS asked
      WHERE ${hasLeftSomething(city)}`.compile(db),
}));

const findOnPostgres = prepareQuery((db, { city, hashes }: Asked) => ({
  compile: () =>
    sql<Row>`SELECT asked.value AS hash FROM json_array_elements_text(${hashes}::json) AS asked (value)
      WHERE ${hasLeftSomething(city)}`.compile(db),
}));

/**
 * Returns those of the devices that have a booking, their own or followed, or a callback: each of these had to
 * pass the limits for strangers. One statement, which looks each device up by key.
 */
export async function knownDevices(
  context: Pick<ServerContext, 'db' | 'city' | 'engine'>,
  deviceHashes: readonly string[],
): Promise<string[]> {
  const find = context.engine === 'sqlite' ? findOnSqlite : findOnPostgres;
  const asked = { city: context.city.code, hashes: JSON.stringify(deviceHashes) };
  return (await find(context.db, asked)).map(({ hash }) => hash);
}

import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';
import { prepareQuery } from './prepare-query';

const counterOf = prepareQuery((db, { city }: { readonly city: string }) =>
  db.selectFrom('city_counters').select('last_change').where('city', '=', city),
);

/** Returns the city's change counter: the number of the last committed change, 0 before the first. */
export async function lastChange(db: Kysely<Tables>, city: string): Promise<number> {
  const [row] = await counterOf(db, { city });
  return row?.last_change ?? 0;
}

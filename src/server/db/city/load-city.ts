import type { Kysely } from 'kysely';
import type { City } from '../../../domain/city/city';
import type { Tables } from '../schema/tables';
import { makeGeneration } from './generations';

/** Records the city being served, with the settings it was last started with. */
export async function loadCity(db: Kysely<Tables>, city: City, nowMs: number): Promise<void> {
  const values = { name: city.name, config_json: JSON.stringify(city.settings), loaded_at: nowMs };
  await db
    .insertInto('cities')
    .values({ code: city.code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute();
  await db
    .insertInto('city_counters')
    .values({ city: city.code, last_change: 0 })
    .onConflict((conflict) => conflict.column('city').doNothing())
    .execute();
  await db
    .insertInto('city_generations')
    .values({ city: city.code, generation: makeGeneration(), changed_at: 0 })
    .onConflict((conflict) => conflict.column('city').doNothing())
    .execute();
}

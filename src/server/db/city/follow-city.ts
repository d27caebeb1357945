import type { Kysely } from 'kysely';
import { parseCityConfig } from '../../../contract/city-config';
import type { City } from '../../../domain/city/city';
import { configureCity } from '../../../domain/city/configure-city';
import { prepareQuery } from '../engine/prepare-query';
import type { Tables } from '../schema/tables';

/** The city according to the newest configuration in the database, whichever process saved it. */
export type CityFollower = {
  /** Returns the same object until the configuration changes. */
  readonly city: () => City;
  /** 0 while nothing has been saved: the city is then as the program was built. */
  readonly revision: () => number;
  /**
   * Reads a newer configuration, if there is one; within a transaction, the newest that the transaction sees.
   */
  readonly refresh: (db: Kysely<Tables>) => Promise<void>;
};

export function followCity(built: City): CityFollower {
  let current = built;
  let revision = 0;
  return {
    city: () => current,
    revision: () => revision,
    refresh: async (db) => {
      const newest = await newestRevision(db, built.code);
      if (newest === revision) return;
      // The revision may also go back: its transaction was rolled back, or the database was restored.
      current = newest === 0 ? built : await readCity(db, built, newest);
      revision = newest;
    },
  };
}

const newestOf = prepareQuery((db, { city }: { readonly city: string }) =>
  db
    .selectFrom('city_configs')
    .select('revision')
    .where('city', '=', city)
    .orderBy('revision', 'desc')
    .limit(1),
);

async function newestRevision(db: Kysely<Tables>, city: string): Promise<number> {
  const [row] = await newestOf(db, { city });
  return row?.revision ?? 0;
}

async function readCity(db: Kysely<Tables>, built: City, revision: number): Promise<City> {
  const { config_json } = await db
    .selectFrom('city_configs')
    .select('config_json')
    .where('city', '=', built.code)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  const config = parseCityConfig(JSON.parse(config_json));
  if (config === undefined) throw new Error(`this program cannot read configuration ${revision}`);
  return configureCity(built, config);
}

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
  /** The generation of the database (generations.ts); `undefined` until it was read once. */
  readonly generation: () => string | undefined;
  /**
   * Reads the generation and a newer configuration, if there is one; within a transaction, what the
   * transaction sees.
   */
  readonly refresh: (db: Kysely<Tables>) => Promise<void>;
};

export function followCity(built: City): CityFollower {
  let current = built;
  let revision = 0;
  let generation: string | undefined;
  return {
    city: () => current,
    revision: () => revision,
    generation: () => generation,
    refresh: async (db) => {
      const [now] = await readState(db, { city: built.code });
      generation = now?.generation ?? undefined;
      const newest = now?.revision ?? 0;
      if (newest === revision) return;
      // The revision may also go back: its transaction was rolled back, or the database was restored.
      current = newest === 0 ? built : await readCity(db, built, newest);
      revision = newest;
    },
  };
}

/** One statement for both, since every request asks. */
const readState = prepareQuery((db, { city }: { readonly city: string }) =>
  db
    .selectFrom('city_counters as c')
    .leftJoin('city_generations as g', 'g.city', 'c.city')
    .select('g.generation')
    .select((eb) =>
      eb
        .selectFrom('city_configs as f')
        .select(({ fn }) => fn.max<number>('f.revision').as('newest'))
        .whereRef('f.city', '=', 'c.city')
        .as('revision'),
    )
    .where('c.city', '=', city),
);

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

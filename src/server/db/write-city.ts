import type { Transaction } from 'kysely';
import type { ServerContext } from './context';
import { loadCity } from './load-city';
import type { Tables } from './tables';

/** One transaction that may write. `nextChange` numbers each changed row, in the order in which phones will read them. */
export type CityWrite = {
  readonly tx: Transaction<Tables>;
  readonly context: ServerContext;
  readonly nowMs: number;
  readonly nextChange: () => number;
};

/**
 * Runs `work` in one transaction, one at a time in a city. The first statement locks the city's counter (SQLite: the
 * whole file), so that change numbers are committed in order and a phone's cursor never passes a row still to come.
 */
export async function writeCity<T>(
  context: ServerContext,
  work: (write: CityWrite) => Promise<T>,
): Promise<T> {
  const { db, city, clock } = context;
  return db.transaction().execute(async (tx) => {
    const locked = (await lock(tx, city.code)) ?? (await loadAndLock(context, tx));
    let last = locked;
    const result = await work({ tx, context, nowMs: clock(), nextChange: () => ++last });
    if (last !== locked) {
      await tx
        .updateTable('city_counters')
        .set({ last_change: last })
        .where('city', '=', city.code)
        .execute();
    }
    return result;
  });
}

async function lock(tx: Transaction<Tables>, city: string): Promise<number | undefined> {
  const row = await tx
    .updateTable('city_counters')
    .set((eb) => ({ last_change: eb.ref('last_change') }))
    .where('city', '=', city)
    .returning('last_change')
    .executeTakeFirst();
  return row?.last_change;
}

async function loadAndLock({ city, clock }: ServerContext, tx: Transaction<Tables>): Promise<number> {
  await loadCity(tx, city, clock());
  const locked = await lock(tx, city.code);
  if (locked === undefined) throw new Error(`city ${city.code} has no counter`);
  return locked;
}

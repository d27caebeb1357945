import type { Kysely } from 'kysely';
import type { BookingId } from '../../../domain/booking/booking';
import type { SlotKey, Tables } from '../schema/tables';

/** A visit and the window that it loses. */
export type LosingVisit = SlotKey & { readonly id: BookingId };

export type UnsettledConfig = Pick<Tables['unsettled_configs'], 'revision' | 'step' | 'position'> & {
  readonly visits: readonly LosingVisit[];
};

/** Reads what is left to do of the city's newest configuration; `undefined` where all of it is done. */
export async function readUnsettled(db: Kysely<Tables>, city: string): Promise<UnsettledConfig | undefined> {
  const row = await db
    .selectFrom('unsettled_configs')
    .select(['revision', 'step', 'position', 'visits_json'])
    .where('city', '=', city)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { visits_json, ...rest } = row;
  // Only beginSettling writes this column.
  return { ...rest, visits: JSON.parse(visits_json) as LosingVisit[] };
}

/**
 * Notes what a configuration that comes into force leaves to do. Visits that an earlier one sent to the waiting list are
 * kept: they are still to be offered other windows.
 */
export async function beginSettling(
  db: Kysely<Tables>,
  city: string,
  revision: number,
  losing: readonly LosingVisit[],
): Promise<void> {
  const earlier = await readUnsettled(db, city);
  const returned =
    earlier === undefined
      ? []
      : earlier.step === 'return'
        ? earlier.visits.slice(0, earlier.position)
        : earlier.visits;
  const values = {
    revision,
    step: 'return',
    position: returned.length,
    visits_json: JSON.stringify([...returned, ...losing]),
  } as const;
  await db
    .insertInto('unsettled_configs')
    .values({ city, ...values })
    .onConflict((conflict) => conflict.column('city').doUpdateSet(values))
    .execute();
}

/** Notes how far the work has come; without a next step it is done. */
export async function goOnSettling(
  db: Kysely<Tables>,
  city: string,
  next: Pick<UnsettledConfig, 'step' | 'position'> | undefined,
): Promise<void> {
  const row =
    next === undefined
      ? db.deleteFrom('unsettled_configs').where('city', '=', city)
      : db.updateTable('unsettled_configs').set(next).where('city', '=', city);
  await row.execute();
}

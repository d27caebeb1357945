import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';

/** True where somebody's data are kept already, which only the keys they were sealed with can read. */
export async function hasRows(db: Kysely<Tables>): Promise<boolean> {
  const found = await Promise.all(
    (['bookings', 'staff'] as const).map((table) =>
      db.selectFrom(table).select('id').limit(1).executeTakeFirst(),
    ),
  );
  return found.some((row) => row !== undefined);
}

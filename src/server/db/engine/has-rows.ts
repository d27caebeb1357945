import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables';

/** Whether the database already holds anybody's data, which only the keys that encrypted them can read. */
export async function hasRows(db: Kysely<Tables>): Promise<boolean> {
  const found = await Promise.all(
    (['bookings', 'staff'] as const).map((table) =>
      db.selectFrom(table).select('id').limit(1).executeTakeFirst(),
    ),
  );
  return found.some((row) => row !== undefined);
}

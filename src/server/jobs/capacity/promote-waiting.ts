import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { promote } from '../../steps/capacity/promote';

/**
 * Gives dates to waiting bookings where new days came within the horizon or the rota changed. Returns how
 * many.
 */
export async function promoteWaiting(context: ServerContext): Promise<number> {
  const first = await context.db
    .selectFrom('bookings')
    .select('id')
    .where('city', '=', context.city.code)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst();
  return first === undefined ? 0 : writeCity(context, (write) => promote(write));
}

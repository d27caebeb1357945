import type { City } from '../../../domain/city/city';
import { openDatabase } from '../../db/engine/open-database';
import { tryKeys } from '../../db/secret/check-keys';
import type { Keys } from '../../db/secret/keys';

export type Contents = { readonly bookings: number; readonly staff: number; readonly lastChange: number };

/** What a copy holds. Throws where the keys do not open it. */
export async function readContents(
  place: Parameters<typeof openDatabase>[0],
  { city, keys }: { readonly city: City; readonly keys: Keys },
): Promise<Contents> {
  const { db, close } = await openDatabase(place);
  try {
    await tryKeys({ db, city, keys });
    const [bookings, staff] = await Promise.all(
      (['bookings', 'staff'] as const).map((table) =>
        db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow(),
      ),
    );
    const counter = await db
      .selectFrom('city_counters')
      .select('last_change')
      .where('city', '=', city.code)
      .executeTakeFirst();
    return {
      bookings: Number(bookings?.count ?? 0),
      staff: Number(staff?.count ?? 0),
      lastChange: counter?.last_change ?? 0,
    };
  } finally {
    await close();
  }
}

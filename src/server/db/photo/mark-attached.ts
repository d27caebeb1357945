import type { CityWrite } from '../engine/write-city';
import type { PhotoKey } from '../schema/photo-tables';

/** A photo that stands at a booking is kept as long as that says. */
export async function markAttached({ tx, context }: CityWrite, { owner, sha256 }: PhotoKey): Promise<void> {
  await tx
    .updateTable('photos')
    .set({ unattached_since: null })
    .where('city', '=', context.city.code)
    .where('owner', '=', owner)
    .where('sha256', '=', sha256)
    .execute();
}

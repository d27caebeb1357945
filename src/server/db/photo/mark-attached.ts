import type { CityWrite } from '../engine/write-city';
import type { PhotoKey } from '../schema/photo-tables';

/** Marks a photo as attached to a booking, which from now on decides how long the photo is kept. */
export async function markAttached({ tx, context }: CityWrite, { owner, sha256 }: PhotoKey): Promise<void> {
  await tx
    .updateTable('photos')
    .set({ unattached_since: null })
    .where('city', '=', context.city.code)
    .where('owner', '=', owner)
    .where('sha256', '=', sha256)
    .execute();
}

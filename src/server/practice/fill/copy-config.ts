import type { CityChoices } from '../../../domain/city/configure-city';
import type { ServerContext } from '../../db/engine/context';

/** Appears in the practice city's history as the author, since none of its people wrote this. */
const BY = 'Latihan';
const NOTE = 'Disalin dari pengaturan kota.';

/**
 * Writes the real city's settings into an empty practice city as its first revision; phones there fetch it
 * like any other.
 */
export async function copyConfig(context: ServerContext, choices: CityChoices): Promise<void> {
  await context.db
    .insertInto('city_configs')
    .values({
      city: context.city.code,
      revision: 1,
      config_json: JSON.stringify(choices),
      changed_at: context.clock(),
      changed_by: BY,
      note: NOTE,
    })
    .execute();
  await context.refreshCity?.(context.db);
}

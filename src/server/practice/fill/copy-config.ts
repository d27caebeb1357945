import type { CityChoices } from '../../../domain/city/configure-city';
import type { ServerContext } from '../../db/engine/context';

/** Stands in the history of the practice city: nobody of it wrote this. */
const BY = 'Latihan';
const NOTE = 'Disalin dari pengaturan kota.';

/** Puts what the real city set into an empty practice city, as its first revision; phones there fetch it as any other. */
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

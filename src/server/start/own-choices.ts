import type { CityChoices } from '../../domain/city/configure-city';
import type { ServerContext } from '../db/engine/context';

/** Reads what the city has set, as it holds now; `undefined` while the city is as the program was built. */
export async function ownChoices(context: ServerContext): Promise<CityChoices | undefined> {
  // Another process may have saved a newer configuration.
  await context.refreshCity?.(context.db);
  if ((context.cityRevision?.() ?? 0) === 0) return undefined;
  const { settings, catalogue } = context.city;
  // Practice keeps its own copy.
  return structuredClone({ settings, catalogue });
}

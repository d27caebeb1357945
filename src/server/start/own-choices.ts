import type { CityChoices } from '../../domain/city/configure-city';
import type { ServerContext } from '../db/engine/context';

/** What the city set of itself, as it holds now; `undefined` while it is as the program was built with. */
export async function ownChoices(context: ServerContext): Promise<CityChoices | undefined> {
  // Another process may have saved it.
  await context.refreshCity?.(context.db);
  if ((context.cityRevision?.() ?? 0) === 0) return undefined;
  const { settings, catalogue } = context.city;
  // Practice keeps a copy of its own.
  return structuredClone({ settings, catalogue });
}

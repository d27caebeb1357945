import type { CityAnswer } from '../../../contract/city-config';
import type { ConfigFile, ConfigPreview } from '../../../contract/staff/config';
import { checkCity } from '../../../domain/city/check-city';
import { effectOfConfig } from '../../../domain/city/config-effect';
import { type CityChoices, configureCity } from '../../../domain/city/configure-city';
import { plannedVisits } from '../../db/capacity/planned-visits';
import type { ServerContext } from '../../db/engine/context';

const HISTORY_LINES = 50;

/** Returns what phones plan by; `null` while the city is as the app was built. */
export function cityAnswerOf({ city, cityRevision }: ServerContext): CityAnswer {
  const revision = cityRevision?.() ?? 0;
  const { settings, catalogue } = city;
  return { revision, config: revision === 0 ? null : fileOf({ settings, catalogue }) };
}

/** Reads the configuration in force and its newest changes. */
export async function configFileOf(context: ServerContext): Promise<ConfigFile> {
  const { city, cityRevision } = context;
  const lines = await context.db
    .selectFrom('city_configs')
    .select(['revision', 'changed_at', 'changed_by', 'note'])
    .where('city', '=', city.code)
    .orderBy('revision', 'desc')
    .limit(HISTORY_LINES)
    .execute();
  return {
    revision: cityRevision?.() ?? 0,
    config: fileOf({ settings: city.settings, catalogue: city.catalogue }),
    history: lines.map(({ revision, changed_at, changed_by, note }) => ({
      revision,
      at: new Date(changed_at).toISOString(),
      by: changed_by,
      note,
    })),
  };
}

/** Returns what saving would do, without doing it. */
export async function previewConfig(context: ServerContext, config: CityChoices): Promise<ConfigPreview> {
  const next = configureCity(context.city, config);
  const faults = [...checkCity(next)];
  const visits = await plannedVisits(context.db, context, context.clock());
  // The calendar may not even be able to read a configuration with faults.
  const effects = faults.length > 0 ? [] : effectOfConfig(next, visits);
  const numbers = new Map(visits.map(({ id, number }) => [id, number]));
  return {
    faults,
    effects: effects.flatMap(({ id, why }) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [{ id, number, why }];
    }),
    kept: visits.length - effects.length,
  };
}

/** Copies the lists, since those of a file are mutable. */
function fileOf(choices: CityChoices): ConfigFile['config'] {
  return structuredClone(choices) as ConfigFile['config'];
}

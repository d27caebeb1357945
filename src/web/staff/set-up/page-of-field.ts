import { PATHS } from '../shell/paths';
import type { CityDraft } from './config-draft';
import { SECTIONS, sectionOf } from './sections';

/** The address that leads into a field, by its place in the configuration. */
export function pageOfField(path: string, { settings, catalogue }: CityDraft): string {
  const section = sectionOf(path);
  const page = `${PATHS.setUp}/${SECTIONS.find(({ id }) => id === section)?.path}`;
  const [, list, place] = path.split('.');
  const line = section === 'rota' ? settings.rota[Number(place)] : undefined;
  const service = list === 'services' ? catalogue.services[Number(place)] : undefined;
  const below = line ? `/${line.unit}/${line.weekday}` : service ? `/${service.id}` : belowOf(list);
  return `${page}${below}#${encodeURIComponent(path)}`;
}

function belowOf(list: string | undefined): string {
  return list === 'requirements' ? '/syarat' : '';
}

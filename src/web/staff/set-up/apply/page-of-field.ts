import { PATHS } from '../../shell/paths';
import type { CatalogueDraft, CityDraft } from '../draft/config-draft';
import { SECTIONS, sectionOf } from '../draft/sections';

/** Returns the address of a field, from its path in the configuration. */
export function pageOfField(path: string, { settings, catalogue }: CityDraft): string {
  const section = sectionOf(path);
  const page = `${PATHS.setUp}/${SECTIONS.find(({ id }) => id === section)?.path}`;
  const [, list, place] = path.split('.');
  const line = section === 'rota' ? settings.rota[Number(place)] : undefined;
  const below = line ? `/${line.unit}/${line.weekday}` : belowOf(list, Number(place), catalogue);
  return `${page}${below}#${encodeURIComponent(path)}`;
}

/** Requirements share a page; every other thing in the catalogue has its own. */
function belowOf(list: string | undefined, place: number, catalogue: CatalogueDraft): string {
  if (list === 'requirements') return '/syarat';
  const paged: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    services: catalogue.services,
    packages: catalogue.packages,
    questions: catalogue.questions,
    referrals: catalogue.referrals,
  };
  const id = paged[list ?? '']?.[place]?.id;
  return id === undefined ? '' : `/${id}`;
}

import type { StaffPhoto } from '../../../../contract/staff/photos';
import type { City } from '../../../../domain/city/city';
import type { PhotoState } from '../../../../domain/photo/photo';
import type { useWords } from '../../../copy/words';
import type { StatusTone } from '../../../ui/status-tag/status-tag';

/** Returns what a photo shows: its requirement, or what the crew said. */
export function photoTitle(
  { kind, requirementId }: Pick<StaffPhoto, 'kind' | 'requirementId'>,
  city: City,
  t: ReturnType<typeof useWords>['t'],
): string {
  if (kind !== 'document') return t(`staff-photo.kind.${kind}`);
  return city.catalogue.requirements.find(({ id }) => id === requirementId)?.name ?? requirementId ?? '';
}

export const PHOTO_TONES: Readonly<Record<PhotoState, StatusTone>> = {
  received: 'waiting',
  readable: 'good',
  unreadable: 'warning',
};

/** Sorts photos in the order of the city's requirements, with the crew's own last. */
export function inRequirementOrder(photos: readonly StaffPhoto[], city: City): readonly StaffPhoto[] {
  const places = new Map(city.catalogue.requirements.map(({ id }, index) => [id, index]));
  const place = ({ kind, requirementId }: StaffPhoto) =>
    kind === 'document' ? ((requirementId && places.get(requirementId)) ?? places.size) : places.size + 1;
  return [...photos].sort((a, b) => place(a) - place(b));
}

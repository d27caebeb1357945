import type { BookingId } from '../../../domain/booking/booking';
import { answersOf } from '../../../domain/booking/draft-answers';
import { chosenServices } from '../../../domain/booking/request-draft';
import { isOver } from '../../../domain/booking/state';
import { findService } from '../../../domain/catalogue/find-service';
import type { Requirement } from '../../../domain/catalogue/service';
import { buildChecklist } from '../../../domain/checklist/checklist';
import type { City } from '../../../domain/city/city';
import type { Draft } from '../../../offline/store/draft/draft';
import { watchDrafts, watchVisit } from '../../../offline/store/engine/watch';
import type { Visit } from '../../../offline/store/visit/visit';
import { usePhone } from '../shell/phone/phone-context';
import { useWatched } from '../shell/phone/use-watched';

/** The requirements of a draft or visit that may be photographed. */
export type RequiredPhotos = {
  readonly requirements: readonly Requirement[];
  /** The page that the photos belong to. */
  readonly backTo: string;
  /** Absent for a draft. */
  readonly visit?: Visit | undefined;
  /** Whether the visit is over, so that nobody will look at its photos. */
  readonly isOver: boolean;
};

export type OpenRequiredPhotos = RequiredPhotos | 'loading' | 'missing';

/** Reads the requirements of the draft or visit with this id. A follower's phone has none. */
export function useRequiredPhotos(id: BookingId): OpenRequiredPhotos {
  const { store, city } = usePhone();
  const drafts = useWatched<Draft[]>((value, error) => watchDrafts(store, value, error), [store]);
  const visit = useWatched<{ found: Visit | undefined }>(
    (value, error) => watchVisit(store, id, (found) => value({ found }), error),
    [store, id],
  );
  const draft = drafts.value?.find((candidate) => candidate.id === id);
  if (draft !== undefined) return requiredPhotosOfDraft(draft, city);
  if (visit.value?.found?.personal !== undefined) return requiredPhotosOfVisit(visit.value.found, city);
  const hasLooked = drafts.value !== undefined && visit.value !== undefined;
  return hasLooked || drafts.error !== undefined || visit.error !== undefined ? 'missing' : 'loading';
}

function requiredPhotosOfDraft(draft: Draft, city: City): RequiredPhotos {
  const services = chosenServices(draft, city.catalogue);
  const { items } = buildChecklist(services, answersOf(draft, city.catalogue), city.catalogue);
  const requirements = items.map(({ requirement }) => requirement);
  return { requirements, backTo: `/ajukan/${draft.id}/syarat`, isOver: false };
}

function requiredPhotosOfVisit(visit: Visit, city: City): RequiredPhotos {
  const services = visit.services.flatMap((service) => findService(city.catalogue, service) ?? []);
  const { items } = buildChecklist(services, visit.answers, city.catalogue);
  const state = visit.row?.state;
  return {
    requirements: items.map(({ requirement }) => requirement),
    backTo: `/kunjungan/${visit.id}`,
    visit,
    isOver: state !== undefined && isOver(state),
  };
}

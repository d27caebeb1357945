import { findService } from '../../../../domain/catalogue/find-service';
import { buildChecklist, type ChecklistItem } from '../../../../domain/checklist/checklist';
import type { City } from '../../../../domain/city/city';
import type { ShownVisit } from '../../../../offline/crew/shown-sheet';

/** Returns the checklist of a visit, from its services and answers. */
export function requirementsOf({ request }: ShownVisit, city: City): readonly ChecklistItem[] {
  const services = request.services.flatMap((id) => findService(city.catalogue, id) ?? []);
  return buildChecklist(services, request.answers, city.catalogue).items;
}

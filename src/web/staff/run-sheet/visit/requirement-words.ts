import type { RequirementId } from '../../../../domain/catalogue/service';
import type { City } from '../../../../domain/city/city';

/** Returns the name of a requirement; its id where the catalogue no longer has it. */
export function requirementWords(id: RequirementId, city: City): string {
  return city.catalogue.requirements.find((requirement) => requirement.id === id)?.name ?? id;
}

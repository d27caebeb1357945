import { findService } from '../../../../domain/catalogue/find-service';
import type { City } from '../../../../domain/city/city';
import { areaLabel, findArea } from '../../../../domain/city/search-areas';
import type { Visit } from '../../../../offline/store/visit/visit';

/**
 * Returns the short names of a visit's services; the id stands for a service that the catalogue no longer
 * has.
 */
export function titleOf(visit: Pick<Visit, 'services'>, city: City): string {
  return visit.services.map((id) => findService(city.catalogue, id)?.shortName ?? id).join(', ');
}

/** Returns the area as `Kel. Metro, Metro Pusat`, because a kelurahan may have the city's own name. */
export function areaNameOf(visit: Pick<Visit, 'area'>, city: City): string {
  const area = findArea(city.areas, visit.area);
  return area === undefined ? visit.area : areaLabel(area);
}

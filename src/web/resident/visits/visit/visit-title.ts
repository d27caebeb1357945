import { findService } from '../../../../domain/catalogue/find-service';
import type { City } from '../../../../domain/city/city';
import { areaLabel, findArea } from '../../../../domain/city/search-areas';
import type { Visit } from '../../../../offline/store/visit/visit';

/** The services of a visit in short; an id the catalogue lost is shown as it is. */
export function titleOf(visit: Pick<Visit, 'services'>, city: City): string {
  return visit.services.map((id) => findService(city.catalogue, id)?.shortName ?? id).join(', ');
}

/** `Kel. Metro, Metro Pusat`: a kelurahan may bear the city's own name. */
export function areaNameOf(visit: Pick<Visit, 'area'>, city: City): string {
  const area = findArea(city.areas, visit.area);
  return area === undefined ? visit.area : areaLabel(area);
}

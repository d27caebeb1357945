import { servesArea } from '../calendar/slots';
import { canMake } from '../calendar/unit-needs';
import { needsOf } from '../catalogue/find-service';
import type { ProgrammeId } from '../catalogue/programme';
import type { Service } from '../catalogue/service';
import type { City } from '../city/city';

/** Services that one visit can cover. */
export type VisitPart = { readonly programme: ProgrammeId; readonly services: readonly Service[] };

/**
 * Splits services that no single unit may do together into the visits to request instead: one for each
 * programme. Empty where some unit of the rota serves them all; if `area` is given, that unit must also serve
 * the area.
 */
export function splitVisits(
  { settings: { units, rota } }: City,
  services: readonly Service[],
  area: string | undefined,
): readonly VisitPart[] {
  const needs = needsOf(services);
  const isTogether = units.some(
    (unit) =>
      canMake(unit, needs) &&
      rota.some((line) => line.unit === unit.id && (area === undefined || servesArea(line.areas, area))),
  );
  if (isTogether || needs.programmes.length < 2) return [];
  return needs.programmes.map((programme) => ({
    programme,
    services: services.filter((service) => service.programme === programme),
  }));
}

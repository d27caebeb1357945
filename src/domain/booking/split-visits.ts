import { servesArea } from '../calendar/slots';
import { canMake } from '../calendar/unit-needs';
import { needsOf } from '../catalogue/find-service';
import type { ProgrammeId } from '../catalogue/programme';
import type { Service } from '../catalogue/service';
import type { City } from '../city/city';

/** The services that one visit can do. */
export type VisitPart = { readonly programme: ProgrammeId; readonly services: readonly Service[] };

/**
 * Services that no one unit may do together, as the visits they must be asked for: one for each programme. Empty where
 * some unit of the rota serves them all; with `area`, one that comes there.
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

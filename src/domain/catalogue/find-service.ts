import type { UnitNeeds } from '../calendar/unit-needs';
import type { Catalogue, Service, ServiceId, ServicePackage } from './service';

/** The bookable service of this id; `undefined` for a referral or an id that the catalogue does not have. */
export function findService(catalogue: Catalogue, id: string): Service | undefined {
  return catalogue.services.find((service) => service.id === id);
}

/**
 * The services of a package: the one chosen by its question first, then those always done. Without an answer, or with
 * one the package does not offer, only those always done.
 */
export function servicesOfPackage(pkg: ServicePackage, chosenOption?: ServiceId): readonly ServiceId[] {
  const isOffered = pkg.choice?.options.some((option) => option.service === chosenOption) ?? false;
  return isOffered && chosenOption !== undefined ? [chosenOption, ...pkg.services] : pkg.services;
}

/** Minutes a visit takes out of its window: the work at the home and the share for the way. */
export function minutesOf(services: readonly Service[], travelMinutes: number): number {
  return services.reduce((sum, service) => sum + service.minutes, travelMinutes);
}

/** What the unit must carry to do all of these services, and the programmes they are of: each once, sorted. */
export function needsOf(services: readonly Service[]): UnitNeeds {
  return {
    equipment: [...new Set(services.flatMap((service) => service.equipment))].sort(),
    programmes: [...new Set(services.map((service) => service.programme))].sort(),
  };
}

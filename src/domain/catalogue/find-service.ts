import type { UnitNeeds } from '../calendar/unit-needs';
import type { Catalogue, Service, ServiceId, ServicePackage } from './service';

/** Returns the bookable service with this id; `undefined` for a referral or an unknown id. */
export function findService(catalogue: Catalogue, id: string): Service | undefined {
  return catalogue.services.find((service) => service.id === id);
}

/**
 * Returns the services of a package: the option chosen first, then the services it always includes. Without
 * an option, or with one that the package does not offer, returns only the services always included.
 */
export function servicesOfPackage(pkg: ServicePackage, chosenOption?: ServiceId): readonly ServiceId[] {
  const isOffered = pkg.choice?.options.some((option) => option.service === chosenOption) ?? false;
  return isOffered && chosenOption !== undefined ? [chosenOption, ...pkg.services] : pkg.services;
}

/** Minutes that a visit takes out of its window: the work at the home plus a share of travel. */
export function minutesOf(services: readonly Service[], travelMinutes: number): number {
  return services.reduce((sum, service) => sum + service.minutes, travelMinutes);
}

/** Returns the equipment that these services need together, and their programmes: each once, sorted. */
export function needsOf(services: readonly Service[]): UnitNeeds {
  return {
    equipment: [...new Set(services.flatMap((service) => service.equipment))].sort(),
    programmes: [...new Set(services.map((service) => service.programme))].sort(),
  };
}

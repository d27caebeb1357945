import { useEffect, useState } from 'react';
import type { Availability } from '../../../../contract/availability';
import { findService } from '../../../../domain/catalogue/find-service';
import type { Visit } from '../../../../offline/store/visit/visit';
import { fetchAvailability } from '../../../../offline/sync/fetch-availability';
import { usePhone } from '../../shell/phone/phone-context';

export type AvailabilityRead =
  | { readonly state: 'reading' | 'none' }
  | { readonly state: 'read'; readonly availability: Availability; readonly isFresh: boolean };

/**
 * Returns the windows for this visit: from the server, or otherwise the last ones this phone has. A higher
 * `attempt` reads again.
 */
export function useAvailability(visit: Visit, attempt: number): AvailabilityRead {
  const { store, city } = usePhone();
  const [read, setRead] = useState<AvailabilityRead>({ state: 'reading' });
  const { area, minutes } = visit;
  const services = visit.services.join(' ');
  useEffect(() => {
    // Depends on `attempt`, which counts from 0, so that each attempt runs the effect again.
    let isShown = attempt >= 0;
    setRead({ state: 'reading' });
    const chosen = services.split(' ').flatMap((id) => findService(city.catalogue, id) ?? []);
    const ask = async () => {
      const answer = await fetchAvailability(store, { area, minutes, services: chosen });
      if (isShown) setRead({ state: 'read', ...answer });
    };
    void ask().catch(() => isShown && setRead({ state: 'none' }));
    return () => {
      isShown = false;
    };
  }, [store, city, area, minutes, services, attempt]);
  return read;
}

import { useEffect, useState } from 'react';
import type { Availability } from '../../../../contract/availability';
import { findService } from '../../../../domain/catalogue/find-service';
import type { Visit } from '../../../../offline/store/visit/visit';
import { fetchAvailability } from '../../../../offline/sync/fetch-availability';
import { usePhone } from '../../shell/phone/phone-context';

export type AvailabilityRead =
  | { readonly state: 'reading' | 'none' }
  | { readonly state: 'read'; readonly availability: Availability; readonly isFresh: boolean };

/** Windows for this visit: from the server, else the last that this phone has. `attempt` going up reads again. */
export function useAvailability(visit: Visit, attempt: number): AvailabilityRead {
  const { store, city } = usePhone();
  const [read, setRead] = useState<AvailabilityRead>({ state: 'reading' });
  const { area, minutes } = visit;
  const services = visit.services.join(' ');
  useEffect(() => {
    // Each attempt, counted from 0, is a question of its own.
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

import { useEffect, useMemo, useState } from 'react';
import { chosenServices } from '../../../../domain/booking/request-draft';
import { windowsByRota } from '../../../../domain/booking/windows-by-rota';
import { findService, minutesOf, needsOf } from '../../../../domain/catalogue/find-service';
import type { Draft } from '../../../../offline/store/draft/draft';
import type { Visit } from '../../../../offline/store/visit/visit';
import { fetchAvailability } from '../../../../offline/sync/fetch-availability';
import { usePhone } from '../../shell/phone/phone-context';

/**
 * Whether the visit keeps its date as it is changed now: `kept` for sure; `fits`: there was room when the server
 * was asked; `full`: there is none, or nobody comes there then; `unknown`: the server judges once it is sent.
 */
export type KeptDate = 'kept' | 'asking' | 'fits' | 'full' | 'unknown';

/** Returns what this phone can tell of the date of a scheduled visit; `undefined` for one without a date. */
export function useKeptDate(draft: Draft, visit: Visit | undefined): KeptDate | undefined {
  const { store, city, now, isTimeSure } = usePhone();
  const [room, setRoom] = useState<KeptDate>('asking');
  const nowMs = useMemo(now, [now]);
  const scheduled = visit?.row?.scheduled;
  const { area } = draft;
  const chosen = chosenServices(draft, city.catalogue)
    .map(({ id }) => id)
    .join(' ');
  const services = useMemo(
    () => chosen.split(' ').flatMap((id) => findService(city.catalogue, id) ?? []),
    [city, chosen],
  );
  const minutes = minutesOf(services, city.settings.travelMinutes);
  const before = visit?.services.flatMap((id) => findService(city.catalogue, id) ?? []) ?? [];
  const isSameArea = area === visit?.area;
  const extra = isSameArea ? minutes - (visit?.minutes ?? 0) : minutes;
  const isKept = isSameArea && extra <= 0 && isWithin(needsOf(services), needsOf(before));
  const isThere = windowsByRota(city, { area: area ?? '', services, nowMs }).some(
    ({ date, window }) => date === scheduled?.date && window === scheduled.window,
  );
  const isAway = !isKept && !isThere && isTimeSure();
  const asksFor =
    scheduled === undefined || isKept || isAway ? undefined : `${scheduled.date} ${scheduled.window}`;

  useEffect(() => {
    if (asksFor === undefined || area === undefined) return;
    let isShown = true;
    setRoom('asking');
    // The visit's own minutes are in use there: where it stays with its unit, only the others must be free.
    fetchAvailability(store, { area, minutes: Math.max(1, extra), services }).then(
      ({ availability, isFresh }) => {
        const there = availability.windows.filter(({ date, window }) => `${date} ${window}` === asksFor);
        const hasRoom = there.some((window) => window.room);
        if (isShown) setRoom(!isFresh ? 'unknown' : hasRoom ? 'fits' : 'full');
      },
      () => isShown && setRoom('unknown'),
    );
    return () => {
      isShown = false;
    };
  }, [store, area, extra, services, asksFor]);

  if (scheduled === undefined) return undefined;
  if (isKept) return 'kept';
  return isAway ? 'full' : room;
}

function isWithin(now: ReturnType<typeof needsOf>, before: ReturnType<typeof needsOf>): boolean {
  return (
    now.equipment.every((one) => before.equipment.includes(one)) &&
    now.programmes.every((one) => before.programmes.includes(one))
  );
}

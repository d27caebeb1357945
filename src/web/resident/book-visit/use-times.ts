import { useEffect, useMemo, useState } from 'react';
import type { Availability } from '../../../contract/availability';
import { chosenServices } from '../../../domain/booking/request-draft';
import { type RotaWindow, windowsByRota } from '../../../domain/booking/windows-by-rota';
import type { WindowChoice } from '../../../domain/calendar/window';
import { findService, minutesOf } from '../../../domain/catalogue/find-service';
import type { Draft } from '../../../offline/store/draft/draft';
import { fetchAvailability } from '../../../offline/sync/fetch-availability';
import { usePhone } from '../shell/phone/phone-context';

/** `room` is undefined until the server has answered. */
export type OfferedTime = RotaWindow & { readonly room: boolean | undefined };

export type Times = {
  readonly offered: readonly OfferedTime[];
  /** `saved`: an earlier answer of the server; `unknown`: the app knows only its rota. */
  readonly source: 'asking' | 'fresh' | 'saved' | 'unknown';
  /** When the server answered, Unix milliseconds. */
  readonly readAtMs: number | undefined;
  readonly askAgain: () => void;
};

/** Returns a key for one window of one day, to compare choices and name rows. */
export function choiceKey({ date, window }: WindowChoice): string {
  return `${date} ${window}`;
}

type Answer = { readonly availability: Availability; readonly isFresh: boolean } | 'asking' | 'unknown';

/** Returns the windows of the rota at once, and adds soon after whether they have room. */
export function useTimes(draft: Draft): Times {
  const { store, city, now } = usePhone();
  const nowMs = useMemo(now, [now]);
  const [answer, setAnswer] = useState<Answer>('asking');
  const [asked, setAsked] = useState(0);
  const { area } = draft;
  const chosen = chosenServices(draft, city.catalogue)
    .map(({ id }) => id)
    .join(' ');
  const services = useMemo(
    () => chosen.split(' ').flatMap((id) => findService(city.catalogue, id) ?? []),
    [city, chosen],
  );
  const minutes = minutesOf(services, city.settings.travelMinutes);

  useEffect(() => {
    let isShown = true;
    void asked;
    if (area === undefined) {
      setAnswer('unknown');
      return;
    }
    setAnswer('asking');
    fetchAvailability(store, { area, minutes, services }).then(
      (result) => isShown && setAnswer(result ?? 'unknown'),
      () => isShown && setAnswer('unknown'),
    );
    return () => {
      isShown = false;
    };
  }, [store, area, minutes, services, asked]);

  const offered = useMemo(() => {
    const rooms = new Map<string, boolean>();
    for (const window of typeof answer === 'string' ? [] : answer.availability.windows) {
      const key = choiceKey(window);
      rooms.set(key, window.room || rooms.get(key) === true);
    }
    const byRota = windowsByRota(city, { area: area ?? '', services, nowMs });
    const offered = byRota.map((window) => ({ ...window, room: rooms.get(choiceKey(window)) }));
    // The server knows closures made after this app was built. A saved answer may lack later days, so a
    // missing window proves nothing there.
    const isFresh = typeof answer !== 'string' && answer.isFresh;
    return isFresh ? offered.filter((time) => time.room !== undefined) : offered;
  }, [answer, city, area, services, nowMs]);

  return {
    offered,
    source: typeof answer === 'string' ? answer : answer.isFresh ? 'fresh' : 'saved',
    readAtMs: typeof answer === 'string' ? undefined : Date.parse(answer.availability.readAt),
    askAgain: () => setAsked((times) => times + 1),
  };
}

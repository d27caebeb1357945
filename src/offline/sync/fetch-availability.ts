import type { Availability } from '../../contract/availability';
import { parseAvailability } from '../../contract/parse-answer';
import { needsOf } from '../../domain/catalogue/find-service';
import type { Service } from '../../domain/catalogue/service';
import type { AreaCode } from '../../domain/city/city';
import { phoneClock } from '../clock/phone-clock';
import type { PhoneStore } from '../store/engine/phone-store';
import type { MetaRow } from '../store/engine/rows';
import { type Fetch, fetchInTime } from './fetch-in-time';

/** When the windows as last read are shown instead. */
const SAVED_AFTER_MS = 10_000;

export type AvailabilityWish = {
  readonly area: AreaCode;
  /** The time of the services plus travel. */
  readonly minutes: number;
  readonly services: readonly Service[];
};

export type AvailabilityDependencies = {
  readonly fetch?: Fetch;
  readonly baseUrl?: string;
  readonly now?: () => number;
};

/**
 * Returns the windows of an area: from the server if it answers in time, else as last read (`isFresh` is
 * false, and `readAt` says when). Throws an error with the message `none` when there is neither.
 */
export async function fetchAvailability(
  store: PhoneStore,
  { area, minutes, services }: AvailabilityWish,
  dependencies: AvailabilityDependencies = {},
): Promise<{ readonly availability: Availability; readonly isFresh: boolean }> {
  const { baseUrl = '', now = phoneClock.now } = dependencies;
  const fetch: Fetch = dependencies.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const query = new URLSearchParams({ area, minutes: String(minutes) });
  for (const [name, ids] of Object.entries(needsOf(services))) {
    if (ids.length > 0) query.set(name === 'equipment' ? 'needs' : name, ids.join(','));
  }
  const key = query.toString();
  const before = await store.meta.get('device');
  const saved = await store.availability.get(key);
  // Whoever has read something here before does not wait long for better.
  const limit = saved === undefined ? {} : { atMostMs: SAVED_AFTER_MS };
  const answer = await fetchInTime(fetch, `${baseUrl}/api/availability?${key}`, { method: 'GET' }, limit);
  const availability = answer.status === 200 ? parseAvailability(answer.body) : undefined;
  if (availability !== undefined) {
    await store.transaction('rw', store.meta, store.availability, async () => {
      const device = await store.meta.get('device');
      // If the phone was wiped while the response was on its way, the requested area must not come back.
      if (idOf(device) === idOf(before)) {
        await store.availability.put({ key, savedAtMs: now(), answer: availability });
      }
    });
    return { availability, isFresh: true };
  }
  if (saved === undefined) throw new Error('none');
  return { availability: saved.answer, isFresh: false };
}

function idOf(row: MetaRow | undefined): string | undefined {
  return row?.key === 'device' ? row.id : undefined;
}

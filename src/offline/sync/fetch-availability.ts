import * as v from 'valibot';
import { type Availability, availability } from '../../contract/availability';
import type { Equipment } from '../../domain/calendar/window';
import type { AreaCode } from '../../domain/city/city';
import type { PhoneStore } from '../store/phone-store';
import { SEND_LIMIT_MS } from './send-outbox';

export type AvailabilityNeed = {
  readonly area: AreaCode;
  readonly minutes: number;
  readonly equipment: readonly Equipment[];
};

export type AvailabilityAnswer = { readonly availability: Availability; readonly isFresh: boolean };

/**
 * The windows of an area with room for the visit. Without a connection the last answer this phone
 * got, with the time it was read; `undefined` when there is none.
 */
export async function fetchAvailability(
  store: PhoneStore,
  { area, minutes, equipment }: AvailabilityNeed,
  deps: { readonly fetch?: typeof fetch; readonly baseUrl?: string } = {},
): Promise<AvailabilityAnswer | undefined> {
  const needs = equipment.join(',');
  const query = new URLSearchParams({ area, minutes: String(minutes), ...(needs === '' ? {} : { needs }) });
  const key = query.toString();
  try {
    const response = await (deps.fetch ?? fetch)(`${deps.baseUrl ?? ''}/api/availability?${key}`, {
      signal: AbortSignal.timeout(SEND_LIMIT_MS),
    });
    const parsed = v.safeParse(availability, response.ok ? await response.json() : undefined);
    if (parsed.success) {
      await store.availability.put({ key, answer: parsed.output });
      return { availability: parsed.output, isFresh: true };
    }
  } catch {
    // No connection, or no room to keep the answer: what is kept already is shown.
  }
  const saved = await store.availability.get(key);
  return saved === undefined ? undefined : { availability: saved.answer, isFresh: false };
}

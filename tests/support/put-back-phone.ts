import { expect } from 'vitest';
import { metro } from '../../src/city/metro/metro';
import type { BookingId } from '../../src/domain/booking/booking';
import type { WindowChoice } from '../../src/domain/calendar/window';
import { startDraft } from '../../src/offline/store/draft/drafts';
import { queueBooking } from '../../src/offline/store/visit/queue-booking';
import { readVisit } from '../../src/offline/store/visit/visits';
import { createPhotoSync } from '../../src/offline/sync/create-photo-sync';
import { createSync } from '../../src/offline/sync/create-sync';
import { NOW_MS, openTab, request } from '../unit/offline/make-phone';
import type { PutBackCity } from './put-back-city';

export const locks = { request: <Result>(_name: string, run: () => Promise<Result>) => run() };
export const SERVICE = metro.catalogue.services.find(({ equipment }) => equipment.length === 0)?.id;

/** A resident's phone at such a city. */
export function phoneAt(city: PutBackCity) {
  const store = openTab();
  const options = { store, fetch: city.fetch, locks, now: () => NOW_MS };
  const sync = createSync(options);
  const photos = createPhotoSync({ ...options, connection: () => 'unknown' });
  return {
    store,
    sync: async () => {
      expect(await sync.syncNow()).not.toHaveProperty('failure', 'server');
      await photos.syncNow();
      await sync.syncNow();
      expect(await store.outbox.count()).toBe(0);
    },
    book: async (preferences: 'any' | readonly WindowChoice[] = 'any') => {
      const draft = await startDraft(store, NOW_MS);
      const wanted = { ...request, services: [SERVICE], preferences };
      await queueBooking(store, draft, wanted as typeof request, 30, NOW_MS);
      return draft.id;
    },
    visit: async (id: BookingId) => {
      const visit = await readVisit(store, id);
      if (visit === undefined) throw new Error('no visit');
      return visit;
    },
  };
}

/** Others write as much again: no cursor is beyond the counter any more. */
export async function othersBook(
  city: PutBackCity,
  count: number,
  preferences: 'any' | readonly WindowChoice[] = 'any',
) {
  const other = phoneAt(city);
  for (let at = 0; at < count; at += 1) await other.book(preferences);
  await other.sync();
}

export async function bookingsIn(city: PutBackCity): Promise<number> {
  return (await city.context().db.selectFrom('bookings').select('id').execute()).length;
}

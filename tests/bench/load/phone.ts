import type { BookingRequest } from '../../../src/domain/booking/booking';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import { openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { createSync } from '../../../src/offline/sync/create-sync';

/* The product's own code of the phone, for a page that shows nothing. */
const store = openPhoneStore({ name: 'bench' });
const sync = createSync({ store, signals: () => () => undefined });

/** Queues `count` bookings that wait to be sent. */
export async function queueAll(request: BookingRequest, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) {
    const draft = await startDraft(store, Date.now());
    await queueBooking(store, draft, request, 30, Date.now());
  }
}

/** Sends them all, and returns the milliseconds it took. Throws where one was not accepted. */
export async function sendAll(count: number): Promise<number> {
  const start = performance.now();
  const report = await sync.syncNow();
  const tookMs = performance.now() - start;
  if (report.done !== count) throw new Error(`the phone reports ${JSON.stringify(report)}`);
  return tookMs;
}

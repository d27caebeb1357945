import { place } from '../../city/metro/place';
import { hasPhoneStore } from '../../offline/store/engine/has-phone-store';
import { createLatePhone } from './shell/phone/create-late-phone';

/** The one phone of this app. Its code (store, sender, catalogue) is not in the first download. */
export const residentPhone = createLatePhone(place, async (onCity) =>
  (await import('./open-phone')).openPhone(onCity),
);

/**
 * Opens the phone when it keeps something to show or to send. One that keeps nothing is opened by the first page that
 * needs it; another tab may have begun something meanwhile, so a page that is seen again asks anew.
 */
export function wakePhone(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void open();
  });
  window.addEventListener('online', () => void open());
  void open();
}

async function open(): Promise<void> {
  // Without a network the code may not be there: what the phone keeps stays kept, and `online` asks again.
  if (await hasPhoneStore()) await residentPhone.load().catch(() => undefined);
}

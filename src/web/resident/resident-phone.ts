import { place } from '../../city/metro/place';
import { hasPhoneStore } from '../../offline/store/engine/has-phone-store';
import { createLatePhone } from './shell/phone/create-late-phone';

/** The only phone of this app. Its code (store, sender, catalogue) is not in the first download. */
export const residentPhone = createLatePhone(place, async (onChange) =>
  (await import('./open-phone')).openPhone(onChange),
);

/**
 * Opens the phone when it holds something to show or to send. Otherwise the first page that needs the phone
 * opens it. Another tab may store something in the meantime, so this checks again whenever the page becomes
 * visible.
 */
export function wakePhone(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void open();
  });
  window.addEventListener('online', () => void open());
  void open();
}

async function open(): Promise<void> {
  // Offline the code may be missing: what the phone holds stays there, and `online` tries again.
  if (await hasPhoneStore()) await residentPhone.load().catch(() => undefined);
}

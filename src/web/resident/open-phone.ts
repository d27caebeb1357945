import { metro } from '../../city/metro/metro';
import type { City } from '../../domain/city/city';
import { phoneClock } from '../../offline/clock/phone-clock';
import { openPhoneStore, type PhoneStore } from '../../offline/store/engine/phone-store';
import { onKeyHeld } from '../../offline/store/secret/open-key';
import { onConnectionChange } from '../../offline/sync/connection';
import { createPhotoSync } from '../../offline/sync/create-photo-sync';
import { createSync } from '../../offline/sync/create-sync';
import { type CityFollower, followCity } from '../../offline/sync/follow-city';
import { onServerChange } from '../../offline/sync/on-server-change';
import { anySignal, onPageSignals, type WakeSignal } from '../../offline/sync/when-to-sync';
import type { PhoneChange } from './shell/phone/create-late-phone';
import { lockWhenHidden } from './shell/phone/lock-when-hidden';
import type { ResidentPhone } from './shell/phone/phone-context';

/**
 * How long opening waits for the stored city, in milliseconds. After that the app starts with the city it was
 * built with, and the page says itself that the store does not open.
 */
const CITY_WAIT_MS = 500;

/**
 * Opens this phone and starts its sender. Calls `onChange` whenever the city changes while the app is open, or
 * the server tells another time.
 */
export async function openPhone(onChange: (change: PhoneChange) => void): Promise<ResidentPhone> {
  const store = openPhoneStore();
  // After the PIN is entered, what waited for the key is sent.
  const onUnlocked: WakeSignal = (wake) => onKeyHeld(store, wake);
  const onCity = (changed: City) => onChange({ city: changed });
  const follower = followCity({ store, built: metro, onCity });
  const loaded = follower.load();
  const sync = createSync({
    store,
    resume: () => resumeBegunTransfer(store),
    signals: anySignal(onPageSignals, onUnlocked, onServerChange({ store })),
    onCityRevision: (revision) => void follower.hear(revision),
    onPutBack: () => void follower.askAgain(),
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CITY_WAIT_MS));
  const city = await Promise.race([loaded, late]);
  if (city === undefined) void loaded.then(onCity);
  sync.start();
  createPhotoSync({ store, signals: anySignal(onPageSignals, onConnectionChange, onUnlocked) }).start();
  lockWhenHidden(store, phoneClock.now);
  phoneClock.watch(() => onChange(newTime()));
  void askWhereNothingIsSynced(store, follower);
  return { store, sync, city: city ?? metro, ...newTime() };
}

/** Returns the clock as new functions, so that pages see that the time is another. */
function newTime(): Pick<ResidentPhone, 'now' | 'isTimeSure'> {
  return { now: () => phoneClock.now(), isTimeSure: () => phoneClock.isSure() };
}

/** Resumes a transfer that was interrupted; only then fetches the code for it. */
async function resumeBegunTransfer(store: PhoneStore): Promise<void> {
  if ((await store.meta.get('move-taking')) === undefined) return;
  const { resumeTransfer } = await import('../../offline/transfer/take-transfer');
  await resumeTransfer({ store, fetch: (url, init) => fetch(url, init), baseUrl: '' });
}

/**
 * Asks for the city's current state where the phone has no visit to sync, so that a resident who books for
 * the first time chooses among what the city offers today.
 */
async function askWhereNothingIsSynced(store: PhoneStore, follower: CityFollower): Promise<void> {
  const visits = await store.bookings.count().catch(() => undefined);
  if (visits === 0) await follower.ask();
}

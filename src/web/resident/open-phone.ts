import { metro } from '../../city/metro/metro';
import type { City } from '../../domain/city/city';
import { openPhoneStore, type PhoneStore } from '../../offline/store/engine/phone-store';
import { onKeyHeld } from '../../offline/store/secret/open-key';
import { onConnectionChange } from '../../offline/sync/connection';
import { createPhotoSync } from '../../offline/sync/create-photo-sync';
import { createSync } from '../../offline/sync/create-sync';
import { type CityFollower, followCity } from '../../offline/sync/follow-city';
import { onServerChange } from '../../offline/sync/on-server-change';
import { anySignal, onPageSignals, type WakeSignal } from '../../offline/sync/when-to-sync';
import { lockWhenHidden } from './shell/phone/lock-when-hidden';
import type { ResidentPhone } from './shell/phone/phone-context';

/** A store that does not open by then has words of its own on screen: the app is shown with the city it was built with. */
const CITY_WAIT_MS = 500;

/** This phone, with its sender at work. `onCity` is told what the city edits of itself while the app is open. */
export async function openPhone(onCity: (city: City) => void): Promise<ResidentPhone> {
  const store = openPhoneStore();
  // Opened with the PIN: what waited for the key goes.
  const onUnlocked: WakeSignal = (wake) => onKeyHeld(store, wake);
  const follower = followCity({ store, built: metro, onCity });
  const loaded = follower.load();
  const sync = createSync({
    store,
    resume: () => resumeBegunTransfer(store),
    signals: anySignal(onPageSignals, onUnlocked, onServerChange({ store })),
    onCityRevision: (revision) => void follower.hear(revision),
  });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CITY_WAIT_MS));
  const city = await Promise.race([loaded, late]);
  if (city === undefined) void loaded.then(onCity);
  sync.start();
  createPhotoSync({ store, signals: anySignal(onPageSignals, onConnectionChange, onUnlocked) }).start();
  lockWhenHidden(store);
  void askWhereNothingIsSynced(store, follower);
  return { store, sync, city: city ?? metro, now: Date.now };
}

/** The code of a move is fetched where one was begun and broken off. */
async function resumeBegunTransfer(store: PhoneStore): Promise<void> {
  if ((await store.meta.get('move-taking')) === undefined) return;
  const { resumeTransfer } = await import('../../offline/transfer/take-transfer');
  await resumeTransfer({ store, fetch: (url, init) => fetch(url, init), baseUrl: '' });
}

/** Who asks for a visit for the first time chooses among what the city offers now. */
async function askWhereNothingIsSynced(store: PhoneStore, follower: CityFollower): Promise<void> {
  const visits = await store.bookings.count().catch(() => undefined);
  if (visits === 0) await follower.ask();
}

import { metro } from '../../city/metro/metro';
import { openPhoneStore } from '../../offline/store/phone-store';
import { createSync } from '../../offline/sync/create-sync';
import { onServerChange } from '../../offline/sync/on-server-change';
import { anySignal, onPageSignals } from '../../offline/sync/when-to-sync';
import type { Phone } from './shell/phone-context';

/** This phone, with its sender at work. */
export function openPhone(): Phone {
  const store = openPhoneStore();
  const sync = createSync({ store, signals: anySignal(onPageSignals, onServerChange({ store })) });
  sync.start();
  return { store, sync, city: metro, now: Date.now };
}

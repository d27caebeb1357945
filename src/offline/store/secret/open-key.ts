import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, LockedDeviceRow } from '../engine/rows';

/** The phone is locked with a PIN, and this page has not unlocked it. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

type OpenKey = { readonly id: string; readonly cryptoKey: CryptoKey };

/**
 * The key of a phone with a PIN exists only in the memory of a page that unlocked it; the worker never has
 * it.
 */
const openKeys = new WeakMap<PhoneStore, OpenKey>();
const listeners = new WeakMap<PhoneStore, Set<() => void>>();

/**
 * Returns the device with its key; `undefined` where it is locked with a PIN and this page has not unlocked
 * it.
 */
export function openedDevice(store: PhoneStore, device: DeviceRow | LockedDeviceRow): DeviceRow | undefined {
  if (!('pin' in device)) return device;
  const open = openKeys.get(store);
  if (open?.id !== device.id) return undefined;
  return { key: 'device', id: device.id, secret: device.secret, cryptoKey: open.cryptoKey };
}

/** Keeps a key in this page's memory, or drops it when given `undefined`. */
export function holdKey(store: PhoneStore, open: OpenKey | undefined): void {
  if (open === undefined) openKeys.delete(store);
  else openKeys.set(store, open);
  for (const tell of listeners.get(store) ?? []) tell();
}

/** Calls back when the key enters this page's memory or leaves it. */
export function onKeyHeld(store: PhoneStore, onChange: () => void): () => void {
  const all = listeners.get(store) ?? new Set();
  listeners.set(store, all.add(onChange));
  return () => all.delete(onChange);
}

import type { PhoneStore } from '../engine/phone-store';

/**
 * Inside a transaction that holds `meta`: whether what was sealed before it can still be opened. Not so when the phone was
 * wiped meanwhile, or got a new key: a row written then would lie there unreadable.
 */
export async function isSameKey(store: PhoneStore, device: { readonly id: string }): Promise<boolean> {
  const current = await store.meta.get('device');
  return current?.key === 'device' && current.id === device.id;
}

import type { PhoneStore } from '../engine/phone-store';

/**
 * Whether rows encrypted before this transaction can still be decrypted. They cannot if the phone was wiped
 * or got a new key meanwhile, and would then stay unreadable. Call inside a transaction that includes `meta`.
 */
export async function isSameKey(store: PhoneStore, device: { readonly id: string }): Promise<boolean> {
  const current = await store.meta.get('device');
  return current?.key === 'device' && current.id === device.id;
}

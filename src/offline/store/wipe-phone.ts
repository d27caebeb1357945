import type { PhoneStore } from './phone-store';

/** "Hapus dari HP ini": the whole database goes, the key with it. What is unsent is lost: warn first. */
export async function wipePhone(store: PhoneStore): Promise<void> {
  await store.delete({ disableAutoOpen: false });
}

import type { PhoneStore } from './phone-store';

/** "Hapus dari HP ini": everything goes, key and secret too, in one transaction. What was sent stays with the server. */
export async function wipePhone(store: PhoneStore): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    await Promise.all(store.tables.map((table) => table.clear()));
  });
}

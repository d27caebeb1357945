import type { PhoneStore } from './phone-store';

/**
 * "Hapus dari HP ini": deletes everything, key and secret included, in one transaction. The server keeps what
 * was sent.
 */
export async function wipePhone(store: PhoneStore): Promise<void> {
  await store.transaction('rw', store.tables, async () => {
    await Promise.all(store.tables.map((table) => table.clear()));
  });
}

import type { CrewStore } from './crew-store';

/**
 * At signing out, or when the server says that this person may no longer work: the sheet, its photos and its order go
 * from this phone. What was recorded and not sent stays, as ciphertext, for when the same person signs in again.
 */
export async function removeSheet(store: CrewStore): Promise<void> {
  await store.transaction('rw', store.meta, store.photos, async () => {
    await store.meta.bulkDelete(['sheet', 'order']);
    await store.photos.clear();
  });
}

import type { CrewStore } from './crew-store';

/**
 * Removes the sheet, its photos and its order from this phone, when a person signs out or the server says
 * that they may no longer work. What they recorded and did not send stays, encrypted, until they sign in
 * again.
 */
export async function removeSheet(store: CrewStore): Promise<void> {
  await store.transaction('rw', store.meta, store.photos, async () => {
    await store.meta.bulkDelete(['sheet', 'order']);
    await store.photos.clear();
  });
}

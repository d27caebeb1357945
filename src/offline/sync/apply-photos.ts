import type { CommandResult } from '../../contract/sync';
import type { PhoneStore } from '../store/engine/phone-store';
import type { OutboxRow } from '../store/engine/rows';
import type { PhotoId } from '../store/photo/photo';

/** The server may once lose a photo that no command has named yet; losing it twice counts as a failure. */
const MAX_LOSSES = 1;

/**
 * Updates a photo after one of its commands was answered. Runs in the transaction that applies the response.
 */
export async function settlePhoto(
  store: PhoneStore,
  id: PhotoId,
  name: OutboxRow['name'],
  result: Exclude<CommandResult, { readonly outcome: 'retry' }>,
): Promise<void> {
  const photo = await store.photos.get(id);
  if (photo === undefined) return;
  if (name === 'remove-photo') {
    // A refused removal found nothing to remove.
    await store.photos.delete(id);
    return;
  }
  // The resident removed the photo while the response was on its way: the removal follows.
  if (photo.status === 'removing') return;
  if (result.outcome === 'done') {
    // The bytes stay while there is room (`forgetSentBytes`): a server that is put back may need them.
    await store.photos.put({ ...photo, status: 'sent', problem: undefined });
    return;
  }
  const { problem } = result;
  const losses = photo.losses ?? 0;
  if (problem.code === 'photo-missing' && losses < MAX_LOSSES) {
    await store.photos.put({ ...photo, status: 'kept', received: 0, isTried: false, losses: losses + 1 });
    return;
  }
  await store.photos.put({ ...photo, status: 'refused', problem });
}

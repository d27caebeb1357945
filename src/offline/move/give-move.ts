import { MAX_MOVE_CHARS, parseMoveOpened } from '../../contract/move';
import { waitingCount } from '../store/engine/outbox';
import type { PhoneStore } from '../store/engine/phone-store';
import { readDevice } from '../store/secret/device-key';
import { isSameKey } from '../store/secret/is-same-key';
import { askMove, type MoveDependencies, type MoveFailure } from './ask-move';
import { type MoveLink, makeMoveLink, sealMove } from './move-link';
import { type MovedData, openRows } from './moved-rows';

export type GivenMove =
  | { readonly is: 'open'; readonly link: MoveLink; readonly endsAt: string }
  | { readonly is: 'failed'; readonly why: MoveFailure | 'unsent' | 'unsent-photos' };

/**
 * The old phone's part: seals what it keeps under a key of the link alone, and leaves it at the server. Nothing changes on
 * this phone, which stays in charge until another takes its place. What was not sent is to be sent first: the server takes
 * it from no other phone.
 */
export async function giveMove(dependencies: MoveDependencies): Promise<GivenMove> {
  const { store } = dependencies;
  if ((await waitingCount(store)) > 0) return { is: 'failed', why: 'unsent' };
  if ((await countUnsentPhotos(store)) > 0) return { is: 'failed', why: 'unsent-photos' };
  const link = makeMoveLink();
  const sealed = await sealMove(link, await packData(store));
  if (sealed.length > MAX_MOVE_CHARS) return { is: 'failed', why: 'too-large' };
  // Before it can be taken: from here on this phone asks whether it was.
  await store.meta.put({ key: 'move-open', id: link.id });
  const answer = await askMove(dependencies, link.id, { method: 'PUT', body: { sealed } });
  if (answer.is === 'failed') return answer;
  const opened = parseMoveOpened(answer.body);
  return opened === undefined
    ? { is: 'failed', why: 'offline' }
    : { is: 'open', link, endsAt: opened.endsAt };
}

/** All that moves, in the open: to be sealed at once. */
async function packData(store: PhoneStore): Promise<MovedData> {
  for (;;) {
    const device = await readDevice(store);
    const [drafts, family, bookings] = await Promise.all([
      openRows(store, device.cryptoKey, 'drafts'),
      openRows(store, device.cryptoKey, 'family'),
      openRows(store, device.cryptoKey, 'bookings'),
    ]);
    // With a PIN set meanwhile some rows would not have opened, and would stay behind.
    if (await isSameKey(store, device)) return { format: 1, tables: { drafts, family, bookings } };
  }
}

function countUnsentPhotos(store: PhoneStore): Promise<number> {
  return store.photos.filter(({ status }) => status !== 'sent' && status !== 'refused').count();
}

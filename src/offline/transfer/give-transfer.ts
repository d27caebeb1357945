import { MAX_TRANSFER_CHARS, parseTransferOpened } from '../../contract/transfer';
import { waitingCount } from '../store/engine/outbox';
import type { PhoneStore } from '../store/engine/phone-store';
import type { PhotoStatus } from '../store/photo/photo';
import { readDevice } from '../store/secret/device-key';
import { isSameKey } from '../store/secret/is-same-key';
import { askTransfer, type TransferDependencies, type TransferFailure } from './ask-transfer';
import { makeTransferLink, sealTransfer, type TransferLink } from './transfer-link';
import { openRows, type TransferredData } from './transferred-rows';

export type GivenTransfer =
  | { readonly is: 'open'; readonly link: TransferLink; readonly endsAt: string }
  | { readonly is: 'failed'; readonly why: TransferFailure | 'unsent' | 'unsent-photos' };

const UNSENT: ReadonlySet<PhotoStatus> = new Set(['kept', 'arrived', 'removing']);

/**
 * The old phone's part: encrypts what it keeps under a key that is only in the link, and leaves it at the
 * server. Nothing changes on this phone, which stays in charge until another replaces it. Whatever is unsent
 * must be sent first: the server accepts it from no other phone.
 */
export async function giveTransfer(dependencies: TransferDependencies): Promise<GivenTransfer> {
  const { store } = dependencies;
  if ((await waitingCount(store)) > 0) return { is: 'failed', why: 'unsent' };
  if ((await countUnsentPhotos(store)) > 0) return { is: 'failed', why: 'unsent-photos' };
  const link = makeTransferLink();
  const sealed = await sealTransfer(link, await packData(store));
  if (sealed.length > MAX_TRANSFER_CHARS) return { is: 'failed', why: 'too-large' };
  // Written before anybody can take the transfer: from here on this phone asks whether it was taken.
  await store.meta.put({ key: 'move-open', id: link.id });
  const answer = await askTransfer(dependencies, link.id, { method: 'PUT', body: { sealed } });
  if (answer.is === 'failed') return answer;
  const opened = parseTransferOpened(answer.body);
  return opened === undefined
    ? { is: 'failed', why: 'offline' }
    : { is: 'open', link, endsAt: opened.endsAt };
}

/** Collects everything to transfer, decrypted: the caller encrypts it at once. */
async function packData(store: PhoneStore): Promise<TransferredData> {
  for (;;) {
    const device = await readDevice(store);
    const [drafts, family, bookings] = await Promise.all([
      openRows(store, device.cryptoKey, 'drafts'),
      openRows(store, device.cryptoKey, 'family'),
      openRows(store, device.cryptoKey, 'bookings'),
    ]);
    // If a PIN was set meanwhile, some rows did not decrypt and would be left out.
    if (await isSameKey(store, device)) return { format: 1, tables: { drafts, family, bookings } };
  }
}

function countUnsentPhotos(store: PhoneStore): Promise<number> {
  return store.photos.filter(({ status }) => UNSENT.has(status)).count();
}

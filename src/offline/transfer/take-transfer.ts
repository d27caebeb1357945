import { parseTransferContent } from '../../contract/transfer';
import type { PhoneStore } from '../store/engine/phone-store';
import type { DeviceRow } from '../store/engine/rows';
import { TAKING_PURPOSE } from '../store/secret/reseal';
import { seal, unseal } from '../store/secret/seal';
import { writeSealed } from '../store/secret/write-sealed';
import { askTransfer, type TransferDependencies, type TransferFailure } from './ask-transfer';
import { type TransferLink, unsealTransfer } from './transfer-link';
import { mergeRows, sealRows, TABLE_NAMES, type TransferredData } from './transferred-rows';

export type FoundTransfer =
  | { readonly is: 'found'; readonly data: TransferredData }
  | { readonly is: 'failed'; readonly why: TransferFailure | 'unreadable' };

export type TakenTransfer =
  | { readonly is: 'done' }
  | { readonly is: 'failed'; readonly why: TransferFailure };

/** Fetches and decrypts what an old phone left. Nothing changes on either phone. */
export async function findTransfer(
  dependencies: TransferDependencies,
  link: TransferLink,
): Promise<FoundTransfer> {
  const own = await dependencies.store.meta.get('move-open');
  if (own?.key === 'move-open' && own.id === link.id) return { is: 'failed', why: 'same' };
  const answer = await askTransfer(dependencies, link.id, { method: 'GET' });
  if (answer.is === 'failed') return answer;
  const content = parseTransferContent(answer.body);
  if (content === undefined) return { is: 'failed', why: 'offline' };
  const data = await unsealTransfer(link, content.sealed).catch(() => undefined);
  return data === undefined ? { is: 'failed', why: 'unreadable' } : { is: 'found', data };
}

/**
 * Replaces the old phone. First keeps the data here, then asks the server, then merges: if this phone stops
 * in between, `resumeTransfer` continues, and the old phone is in charge until the server has agreed.
 */
export async function takeTransfer(
  dependencies: TransferDependencies,
  link: TransferLink,
  data: TransferredData,
): Promise<TakenTransfer> {
  const { store } = dependencies;
  const make = ({ cryptoKey }: DeviceRow) => seal(cryptoKey, TAKING_PURPOSE, data);
  await writeSealed(store, [], make, (sealed) => store.meta.put({ key: 'move-taking', id: link.id, sealed }));
  return (await resumeTransfer(dependencies)) ?? { is: 'failed', why: 'gone' };
}

/**
 * Continues a transfer that was begun; `undefined` where there is none. Safe to call at any time and
 * repeatedly.
 */
export async function resumeTransfer(dependencies: TransferDependencies): Promise<TakenTransfer | undefined> {
  const { store } = dependencies;
  const taking = await store.meta.get('move-taking');
  if (taking?.key !== 'move-taking') return undefined;
  const answer = await askTransfer(dependencies, `${taking.id}/take`, { method: 'POST' });
  if (answer.is === 'failed') {
    // The server's refusal is final: the data kept here are the old phone's, which stays in charge.
    if (answer.why === 'gone' || answer.why === 'same' || answer.why === 'moved') {
      await store.meta.delete('move-taking');
    }
    return answer;
  }
  if (!isTaken(answer.body)) return { is: 'failed', why: 'offline' };
  await mergeData(store);
  return { is: 'done' };
}

/** A page of a captive portal may answer 200 as well. */
function isTaken(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'isTaken' in body && body.isTaken === true;
}

async function mergeData(store: PhoneStore): Promise<void> {
  const make = async ({ cryptoKey: key }: DeviceRow) => {
    const taking = await store.meta.get('move-taking');
    const sealed = taking?.key === 'move-taking' ? taking.sealed : undefined;
    const data = sealed && (await unseal<TransferredData>(key, TAKING_PURPOSE, sealed));
    return Promise.all(
      TABLE_NAMES.map(async (name) => ({
        name,
        rows: await sealRows(store, key, name, data?.tables[name] ?? []),
      })),
    );
  };
  await writeSealed(store, [store.drafts, store.family, store.bookings], make, async (tables) => {
    for (const { name, rows } of tables) await mergeRows(store, name, rows);
    await store.meta.delete('move-taking');
    // The old phone's visits are news for this phone, however far it has read.
    await store.meta.delete('synced');
  });
}

import type { PhoneStore } from '../../../src/offline/store/engine/phone-store';
import { type Sealed, unsealBytes } from '../../../src/offline/store/secret/seal';

const PURPOSES = {
  drafts: 'drafts',
  bookings: 'bookings',
  outbox: 'outbox',
  callbacks: 'callbacks',
  family: 'family',
  photoBytes: 'photos',
} as const;

/** Lists what is sealed on a phone and does not open with its key. */
export async function openAll(store: PhoneStore, key: CryptoKey): Promise<string[]> {
  const shut: string[] = [];
  for (const [table, purpose] of Object.entries(PURPOSES)) {
    const rows: Readonly<Record<string, unknown>>[] = await store.table(table).toArray();
    for (const row of rows) {
      for (const field of ['sealed', 'sealedOnceSent']) {
        const sealed = row[field] as Sealed | undefined;
        const bytes = sealed && (await unsealBytes(key, `${purpose}:${row.id}`, sealed));
        if (sealed !== undefined && bytes === undefined) shut.push(`${table}.${field}`);
      }
    }
  }
  return shut;
}

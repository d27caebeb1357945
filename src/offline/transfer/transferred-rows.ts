import type { PhoneStore } from '../store/engine/phone-store';
import type { DraftRow, FamilyRow, VisitRow } from '../store/engine/rows';
import { listFamily } from '../store/family/people';
import type { FamilyPerson, FamilyPersonId } from '../store/family/person';
import { type Sealed, seal, unseal } from '../store/secret/seal';
import { visitPurpose } from '../store/visit/personal';

/**
 * Ciphertexts in a row that only the phone's own key decrypts; the rest of the row is transferred as it is.
 */
const SEALED = ['sealed', 'sealedOnceSent', 'sealedChanged', 'sealedOnceChanged'] as const;

/**
 * What is transferred, table by table, with the purpose bound to each row. A new table is added only here;
 * each has rows with an `id`.
 */
export const TRANSFERRED_TABLES = {
  drafts: (id: string) => `drafts:${id}`,
  family: (id: string) => `family:${id}`,
  bookings: (id: string) => visitPurpose(id as VisitRow['id']),
} as const;

export type TransferredTable = keyof typeof TRANSFERRED_TABLES;
export const TABLE_NAMES = Object.keys(TRANSFERRED_TABLES) as readonly TransferredTable[];
type StoredRow = DraftRow | FamilyRow | VisitRow;

/** A decrypted row, which only ever exists inside the encrypted transfer. */
export type OpenRow = {
  readonly row: { readonly id: string };
  readonly opened: Readonly<Record<string, unknown>>;
};
export type TransferredData = {
  readonly format: 1;
  readonly tables: Readonly<Record<TransferredTable, readonly OpenRow[]>>;
};

/** Decrypts the rows of a table. A row that does not decrypt is left out: no phone could read it. */
export async function openRows(
  store: PhoneStore,
  key: CryptoKey,
  table: TransferredTable,
): Promise<OpenRow[]> {
  const rows: readonly StoredRow[] = await store.table(table).toArray();
  const opened = await Promise.all(
    rows.map(async (stored) => {
      const { id } = stored;
      const texts: Record<string, unknown> = {};
      const row: Record<string, unknown> & { id: string } = { ...stored, id };
      for (const field of SEALED) {
        const sealed = row[field] as Sealed | undefined;
        delete row[field];
        if (sealed === undefined) continue;
        texts[field] = await unseal(key, TRANSFERRED_TABLES[table](id), sealed);
        if (texts[field] === undefined) return undefined;
      }
      return { row, opened: texts };
    }),
  );
  return opened.filter((row) => row !== undefined);
}

/**
 * Encrypts the same rows under this phone's key. Where this phone already has an owner, the old phone's owner
 * becomes a family member.
 */
export async function sealRows(
  store: PhoneStore,
  key: CryptoKey,
  table: TransferredTable,
  rows: readonly OpenRow[],
): Promise<StoredRow[]> {
  const people = table === 'family' ? await listFamily(store) : [];
  const hasOwner = people.some(({ recipientIs }) => recipientIs === 'self');
  return Promise.all(
    rows.map(async ({ row, opened }) => {
      const sealed: Record<string, Sealed> = {};
      for (const field of SEALED) {
        if (opened[field] === undefined) continue;
        const text =
          table === 'family' && hasOwner ? asFamily(opened[field] as FamilyPerson, people) : opened[field];
        sealed[field] = await seal(key, TRANSFERRED_TABLES[table](row.id), text);
      }
      return { ...row, ...sealed } as unknown as StoredRow;
    }),
  );
}

function asFamily(person: FamilyPerson, own: readonly FamilyPerson[]): FamilyPerson {
  const isOwnOwner = own.some(({ id }: { id: FamilyPersonId }) => id === person.id);
  if (person.recipientIs !== 'self' || isOwnOwner) return person;
  return { ...person, recipientIs: 'family', phone: '', channel: undefined };
}

/**
 * Adds rows that are not here yet, and overwrites only a visit that this phone merely followed. Call inside a
 * transaction.
 */
export async function mergeRows(
  store: PhoneStore,
  table: TransferredTable,
  rows: readonly StoredRow[],
): Promise<void> {
  for (const row of rows) {
    const known: StoredRow | undefined = await store.table(table).get(row.id);
    if (known === undefined) await store.table(table).add(row);
    else if (table === 'bookings') await store.bookings.put(mergeVisits(known as VisitRow, row as VisitRow));
  }
}

function mergeVisits(known: VisitRow, moved: VisitRow): VisitRow {
  if (known.sealed !== undefined || moved.sealed === undefined) return known;
  // The server's own row may have arrived before the rest: the newer one stays.
  const row = (known.row?.revision ?? 0) >= (moved.row?.revision ?? 0) ? known.row : moved.row;
  return { ...moved, row };
}

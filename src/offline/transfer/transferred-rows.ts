import type { PhoneStore } from '../store/engine/phone-store';
import type { DraftRow, FamilyRow, VisitRow } from '../store/engine/rows';
import { listFamily } from '../store/family/people';
import type { FamilyPerson, FamilyPersonId } from '../store/family/person';
import { type Sealed, seal, unseal } from '../store/secret/seal';
import { visitPurpose } from '../store/visit/queue-booking';

/** Ciphertexts of a row that only the phone's own key opens; the rest of it goes as it is. */
const SEALED = ['sealed', 'sealedOnceSent'] as const;

/** What moves, table by table. A table to come is named here and nowhere else; each has rows with an `id`. */
export const TRANSFERRED_TABLES = {
  drafts: (id: string) => `drafts:${id}`,
  family: (id: string) => `family:${id}`,
  bookings: (id: string) => visitPurpose(id as VisitRow['id']),
} as const;

export type TransferredTable = keyof typeof TRANSFERRED_TABLES;
export const TABLE_NAMES = Object.keys(TRANSFERRED_TABLES) as readonly TransferredTable[];
type StoredRow = DraftRow | FamilyRow | VisitRow;

/** A row in the open, only ever inside what is sealed for the move. */
export type OpenRow = {
  readonly row: { readonly id: string };
  readonly opened: Readonly<Record<string, unknown>>;
};
export type TransferredData = {
  readonly format: 1;
  readonly tables: Readonly<Record<TransferredTable, readonly OpenRow[]>>;
};

/** Opens the rows of a table. One that does not open stays behind: no phone could read it. */
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

/** The same rows under this phone's key. An owner of the old phone is no second one of a phone that has hers. */
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

/** Adds what is not here yet, and writes over nothing but a visit that this phone only followed. Inside a transaction. */
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
  // The server's own row may be here before the rest of it: the newer one stays.
  const row = (known.row?.revision ?? 0) >= (moved.row?.revision ?? 0) ? known.row : moved.row;
  return { ...moved, row };
}

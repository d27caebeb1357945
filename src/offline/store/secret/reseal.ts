import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, LockedDeviceRow } from '../engine/rows';
import { type Sealed, sealBytes, unsealBytes } from './seal';

/** The prefix, before the id, of the purpose bound to each table's ciphertext. */
const PURPOSES: Readonly<Record<string, string>> = {
  drafts: 'drafts',
  bookings: 'bookings',
  outbox: 'outbox',
  callbacks: 'callbacks',
  family: 'family',
  photoBytes: 'photos',
};
const SECRET_PURPOSE = 'meta:device';
/** The purpose bound to the data that another phone left, until they are merged here. */
export const TAKING_PURPOSE = 'meta:move-taking';

type Found = { readonly sealed: Sealed; readonly purpose: string };
type Row = Readonly<Record<string, unknown>>;

/**
 * Encrypts everything again under a new key, entirely or not at all; `device` builds the row that says how
 * that key is obtained. Encryption cannot run inside a transaction, so the transaction recognises rows
 * written meanwhile by their IV, and another round follows. Returns false when the phone was wiped or got yet
 * another key.
 */
export async function resealAll(
  store: PhoneStore,
  from: DeviceRow,
  to: CryptoKey,
  device: (secret: Sealed) => DeviceRow | LockedDeviceRow,
): Promise<boolean> {
  const made = new Map<string, Sealed>();
  for (;;) {
    const end = await store.transaction('rw', store.tables, () => swap(store, from, made, device));
    if (typeof end === 'boolean') return end;
    for (const { sealed, purpose } of end) {
      const bytes = await unsealBytes(from.cryptoKey, purpose, sealed);
      // What does not decrypt now will not decrypt later either: it stays as it is.
      made.set(nameOf(sealed), bytes === undefined ? sealed : await sealBytes(to, purpose, bytes));
    }
  }
}

/**
 * Writes the rows if everything was encrypted again, else returns what was not. Call inside the transaction.
 */
async function swap(
  store: PhoneStore,
  from: DeviceRow,
  made: ReadonlyMap<string, Sealed>,
  device: (secret: Sealed) => DeviceRow | LockedDeviceRow,
): Promise<boolean | readonly Found[]> {
  const current = await store.meta.get('device');
  if (current?.key !== 'device' || current.id !== from.id) return false;
  const missing: Found[] = [];
  const changed: { readonly table: string; readonly rows: readonly Row[] }[] = [];
  const remade = (sealed: Sealed, purpose: string): Sealed => {
    const renewed = made.get(nameOf(sealed));
    if (renewed === undefined) missing.push({ sealed, purpose });
    return renewed ?? sealed;
  };
  for (const [table, purpose] of Object.entries(PURPOSES)) {
    const rows: Row[] = await store.table(table).toArray();
    changed.push({
      table,
      rows: rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([field, value]) => [
            field,
            isSealed(value) ? remade(value, `${purpose}:${row.id}`) : value,
          ]),
        ),
      ),
    });
  }
  const secret = remade(current.secret, SECRET_PURPOSE);
  const taking = await store.meta.get('move-taking');
  const renewedTaking =
    taking?.key === 'move-taking' ? { ...taking, sealed: remade(taking.sealed, TAKING_PURPOSE) } : undefined;
  if (missing.length > 0) return missing;
  for (const { table, rows } of changed) await store.table(table).bulkPut([...rows]);
  if (renewedTaking !== undefined) await store.meta.put(renewedTaking);
  await store.meta.put(device(secret));
  return true;
}

/** Identifies a ciphertext: no two share an IV. */
function nameOf({ iv }: Sealed): string {
  return iv.join('.');
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'iv' in value && 'bytes' in value;
}

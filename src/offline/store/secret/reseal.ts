import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, LockedDeviceRow } from '../engine/rows';
import { type Sealed, sealBytes, unsealBytes } from './seal';

/** What stands before the id in the purpose of each table's ciphertext. */
const PURPOSES: Readonly<Record<string, string>> = {
  drafts: 'drafts',
  bookings: 'bookings',
  outbox: 'outbox',
  callbacks: 'callbacks',
  family: 'family',
  photoBytes: 'photos',
};
const SECRET_PURPOSE = 'meta:device';
/** What is bound to what another phone left, until it is merged here. */
export const TAKING_PURPOSE = 'meta:move-taking';

type Found = { readonly sealed: Sealed; readonly purpose: string };
type Row = Readonly<Record<string, unknown>>;

/**
 * Puts all that is sealed under a new key, with `device` as the row that says how that key is had, whole or not at all.
 * Encryption cannot run inside a transaction: what came in meanwhile is found there by its IV, and another round follows.
 * Returns false when the phone was wiped, or got yet another key.
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
      // What does not open now does not later either: it stays as it is.
      made.set(nameOf(sealed), bytes === undefined ? sealed : await sealBytes(to, purpose, bytes));
    }
  }
}

/** Inside the transaction: writes when everything was sealed anew, else tells what was not. */
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
    const anew = made.get(nameOf(sealed));
    if (anew === undefined) missing.push({ sealed, purpose });
    return anew ?? sealed;
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
  const takingAnew =
    taking?.key === 'move-taking' ? { ...taking, sealed: remade(taking.sealed, TAKING_PURPOSE) } : undefined;
  if (missing.length > 0) return missing;
  for (const { table, rows } of changed) await store.table(table).bulkPut([...rows]);
  if (takingAnew !== undefined) await store.meta.put(takingAnew);
  await store.meta.put(device(secret));
  return true;
}

/** No two ciphertexts share an IV. */
function nameOf({ iv }: Sealed): string {
  return iv.join('.');
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'iv' in value && 'bytes' in value;
}

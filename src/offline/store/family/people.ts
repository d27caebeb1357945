import { makeId } from '../engine/make-id';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow, FamilyRow } from '../engine/rows';
import { watchSealed } from '../engine/watch';
import { readDevice } from '../secret/device-key';
import { seal, unseal } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import { EMPTY_PERSON, type FamilyPerson, type FamilyPersonId, type PersonDetails } from './person';

const purposeOf = (id: FamilyPersonId) => `family:${id}`;

/** Lists the people kept on this phone: its owner first, then the others as they were added. */
export async function listFamily(store: PhoneStore): Promise<FamilyPerson[]> {
  const rows = await store.family.toArray();
  return rows.length === 0 ? [] : openFamily((await readDevice(store)).cryptoKey, rows);
}

/** Watches what `listFamily` returns: calls back now and after each change, from any tab. */
export function watchFamily(
  store: PhoneStore,
  onValue: (people: FamilyPerson[]) => void,
  onError: (error: unknown) => void,
): () => void {
  return watchSealed(store, () => store.family.toArray(), openFamily, onValue, onError);
}

/**
 * Adds a person. A phone has one owner: a new owner overwrites the present one. `nowMs`: Unix milliseconds.
 */
export async function addPerson(
  store: PhoneStore,
  details: PersonDetails,
  nowMs: number,
): Promise<FamilyPersonId> {
  const owner =
    details.recipientIs === 'self'
      ? (await listFamily(store)).find(({ recipientIs }) => recipientIs === 'self')
      : undefined;
  const person = {
    ...onlyOwnersPhone(details),
    id: owner?.id ?? makeId<FamilyPersonId>(),
    addedAtMs: owner?.addedAtMs ?? nowMs,
  };
  await keep(store, person);
  return person.id;
}

/**
 * Writes what was changed of a person: another tab may change other parts of the same person meanwhile.
 * `before` is the person as the form showed them first. A person who was removed meanwhile is added again:
 * whoever presses "Simpan" has read that.
 */
export async function changePerson(
  store: PhoneStore,
  before: FamilyPerson,
  typed: FamilyPerson,
): Promise<void> {
  const was: Readonly<Record<string, unknown>> = before;
  const change = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])),
  );
  const current = (await listFamily(store)).find(({ id }) => id === typed.id) ?? typed;
  const person: FamilyPerson = { ...current, ...change };
  await keep(store, { ...person, ...onlyOwnersPhone(person) });
}

/** Deletes a person. Requests and visits that name the person stay as they are. */
export async function removePerson(store: PhoneStore, id: FamilyPersonId): Promise<void> {
  await store.family.delete(id);
}

async function keep(store: PhoneStore, person: FamilyPerson): Promise<void> {
  const make = ({ cryptoKey }: DeviceRow) => seal(cryptoKey, purposeOf(person.id), person);
  await writeSealed(store, [store.family], make, async (sealed) => {
    await store.family.put({ id: person.id, sealed });
  });
}

/** Drops the phone number of anybody but the owner: the requester is the person to call. */
function onlyOwnersPhone(details: PersonDetails): PersonDetails {
  return details.recipientIs === 'self' ? details : { ...details, phone: '', channel: undefined };
}

async function openFamily(key: CryptoKey, rows: readonly FamilyRow[]): Promise<FamilyPerson[]> {
  const opened = await Promise.all(
    rows.map(async ({ id, sealed }) => {
      const person = await unseal<FamilyPerson>(key, purposeOf(id), sealed);
      return person && { ...EMPTY_PERSON, ...person };
    }),
  );
  return opened.filter((person) => person !== undefined).sort(byOrder);
}

function byOrder(a: FamilyPerson, b: FamilyPerson): number {
  const isOwner = (person: FamilyPerson) => (person.recipientIs === 'self' ? 0 : 1);
  return isOwner(a) - isOwner(b) || a.addedAtMs - b.addedAtMs || (a.id < b.id ? -1 : 1);
}

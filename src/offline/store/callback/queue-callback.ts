import type { AskCallback, WithdrawCallback } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { CallbackId } from '../../../domain/people/callback';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { readDevice } from '../secret/device-key';
import { seal, unseal } from '../secret/seal';
import { writeSealed } from '../secret/write-sealed';
import { type CallbackPerson, type CallbackStored, callbackPurpose } from './callback';

/**
 * "Minta ditelepon": adds the callback and its command in one transaction. The same id again adds nothing, so
 * that two taps ask once. The refused callback named by `insteadOf` is removed. `nowMs`: Unix milliseconds.
 */
export async function queueCallback(
  store: PhoneStore,
  id: CallbackId,
  { name, phone }: CallbackPerson,
  nowMs: number,
  insteadOf?: CallbackId,
): Promise<void> {
  const person = { name, phone };
  const command: AskCallback = { ...madeNow(nowMs), name: 'ask-callback', callbackId: id, person };
  const make = async (device: DeviceRow) => {
    const row = { ...(await sealCommand(device, command)), callbackId: id };
    const sealed = await seal(device.cryptoKey, callbackPurpose(id), person);
    const callback: CallbackStored = { id, queuedAtMs: nowMs, delivery: 'kept', sealed };
    return { row, callback };
  };
  await writeSealed(store, [store.callbacks, store.outbox], make, async ({ row, callback }) => {
    if ((await store.callbacks.get(id)) !== undefined) return;
    if (insteadOf !== undefined) {
      if ((await store.callbacks.get(insteadOf)) === undefined) return;
      await store.callbacks.delete(insteadOf);
    }
    await store.callbacks.add(callback);
    await store.outbox.add(row);
  });
}

/** Asks again after a refusal, with the same name and number. */
export async function askCallbackAgain(store: PhoneStore, id: CallbackId, nowMs: number): Promise<void> {
  const { cryptoKey } = await readDevice(store);
  const stored = await store.callbacks.get(id);
  const person =
    stored?.sealed && (await unseal<CallbackPerson>(cryptoKey, callbackPurpose(id), stored.sealed));
  if (person !== undefined) await queueCallback(store, makeId<CallbackId>(), person, nowMs, id);
}

/**
 * Withdraws a callback: deletes it at once if it never left this phone, otherwise sends a withdrawal after
 * it.
 */
export async function withdrawCallback(store: PhoneStore, id: CallbackId, nowMs: number): Promise<void> {
  const command: WithdrawCallback = { ...madeNow(nowMs), name: 'withdraw-callback', callbackId: id };
  const make = async (device: DeviceRow) => ({ ...(await sealCommand(device, command)), callbackId: id });
  await writeSealed(store, [store.callbacks, store.outbox], make, async (row) => {
    const callback = await store.callbacks.get(id);
    if (callback === undefined || callback.isWithdrawing === true) return;
    const waiting = await store.outbox.filter((other) => other.callbackId === id).toArray();
    const hasLeft = waiting.some(({ triedAtMs }) => triedAtMs !== undefined);
    if (callback.delivery === 'kept' && waiting.length > 0 && !hasLeft) {
      await store.outbox.bulkDelete(waiting.flatMap(({ seq }) => seq ?? []));
      await store.callbacks.delete(id);
      return;
    }
    await store.callbacks.put({ ...callback, isWithdrawing: true });
    await store.outbox.add(row);
  });
}

/** Removes a callback that is over or was refused from the screen and from this phone. */
export async function forgetCallback(store: PhoneStore, id: CallbackId): Promise<void> {
  await store.callbacks.delete(id);
}

function madeNow(nowMs: number) {
  return { id: makeId<CommandId>(), madeAt: new Date(nowMs).toISOString() };
}

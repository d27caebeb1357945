import type { WithdrawCallback } from '../../../contract/commands';
import type { CommandId } from '../../../contract/scalars';
import type { CallbackStored } from '../callback/callback';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { writeSealed } from '../secret/write-sealed';

/**
 * Withdraws again what the resident had withdrawn, and marks as lost what the server lacks: whom to call was
 * deleted here once the server knew it. `nowMs`: Unix milliseconds.
 */
export async function bringBackCallbacks(store: PhoneStore, nowMs: number): Promise<void> {
  const left = await store.callbacks.filter(isLeft).toArray();
  for (const { id: callbackId } of left) {
    const command: WithdrawCallback = {
      id: makeId<CommandId>(),
      madeAt: new Date(nowMs).toISOString(),
      name: 'withdraw-callback',
      callbackId,
    };
    const make = async (device: DeviceRow) => ({ ...(await sealCommand(device, command)), callbackId });
    await writeSealed(store, [store.callbacks, store.outbox], make, async (row) => {
      const callback = await store.callbacks.get(callbackId);
      if (callback === undefined || !isLeft(callback)) return;
      const { before, isUnconfirmed } = callback;
      const settled = { ...callback, isUnconfirmed: undefined, before: undefined };
      if (isUnconfirmed === true) {
        // Nothing waits for the server about a callback that it lacks.
        await store.outbox.filter((other) => other.callbackId === callbackId).delete();
        const isOpen = before === undefined || before.state === 'asked';
        await store.callbacks.put({
          ...settled,
          isWithdrawing: undefined,
          ...(isOpen ? { delivery: 'refused', row: undefined, isLost: true } : {}),
        });
        return;
      }
      const isOpenAgain = before?.state === 'withdrawn' && callback.row?.state === 'asked';
      await store.callbacks.put({ ...settled, isWithdrawing: isOpenAgain ? true : callback.isWithdrawing });
      if (isOpenAgain) await store.outbox.add(row);
    });
  }
}

function isLeft({ isUnconfirmed, before }: CallbackStored): boolean {
  return isUnconfirmed === true || before !== undefined;
}

import type { Command } from '../../contract/commands';
import type { CommandId } from '../../contract/scalars';
import type { PhoneStore } from '../store/phone-store';

export type Claim = {
  /** Those still wanted: one may have been withdrawn since it was read. */
  readonly commands: readonly Command[];
  /** Those that leave this phone for the first time. */
  readonly first: readonly CommandId[];
};

/**
 * Marks commands as on their way, before the request: from then on the server may have them, whatever the phone hears.
 * `nowMs`: Unix milliseconds.
 */
export function claimBatch(store: PhoneStore, commands: readonly Command[], nowMs: number): Promise<Claim> {
  return store.transaction('rw', store.outbox, async () => {
    const kept: Command[] = [];
    const first: CommandId[] = [];
    for (const command of commands) {
      const row = await store.outbox.where('id').equals(command.id).first();
      if (row === undefined) continue;
      kept.push(command);
      if (row.triedAtMs !== undefined) continue;
      first.push(command.id);
      await store.outbox.put({ ...row, triedAtMs: nowMs });
    }
    return { commands: kept, first };
  });
}

/** Takes the mark off again, where it is certain that nothing left this phone. */
export async function releaseClaim(store: PhoneStore, { first }: Claim): Promise<void> {
  await store.outbox
    .where('id')
    .anyOf([...first])
    .modify({ triedAtMs: undefined });
}

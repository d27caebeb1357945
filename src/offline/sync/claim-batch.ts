import type { Table } from 'dexie';
import type { CommandId } from '../../contract/scalars';

type Identified = { readonly id: CommandId };

/** An outbox whose rows can be marked as tried. */
type OutboxTable = Pick<
  Table<Identified & { readonly triedAtMs?: number | undefined }, number>,
  'db' | 'name' | 'where' | 'put'
>;

export type Claim<Command extends Identified> = {
  /** The commands still wanted: one may have been withdrawn since it was read. */
  readonly commands: readonly Command[];
  /** The commands that leave this phone for the first time. */
  readonly first: readonly CommandId[];
};

/**
 * Marks commands as on their way, before the request: from then on the server may have them, whatever
 * response the phone gets. `nowMs`: Unix milliseconds.
 */
export function claimBatch<Command extends Identified>(
  outbox: OutboxTable,
  commands: readonly Command[],
  nowMs: number,
): Promise<Claim<Command>> {
  return outbox.db.transaction('rw', outbox.name, async () => {
    const kept: Command[] = [];
    const first: CommandId[] = [];
    for (const command of commands) {
      const row = await outbox.where('id').equals(command.id).first();
      if (row === undefined) continue;
      kept.push(command);
      if (row.triedAtMs !== undefined) continue;
      first.push(command.id);
      await outbox.put({ ...row, triedAtMs: nowMs });
    }
    return { commands: kept, first };
  });
}

/** Removes the mark again, where it is certain that nothing left this phone. */
export async function releaseClaim(outbox: OutboxTable, { first }: Claim<Identified>): Promise<void> {
  await outbox
    .where('id')
    .anyOf([...first])
    .modify({ triedAtMs: undefined });
}

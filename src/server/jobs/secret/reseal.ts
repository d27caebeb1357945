import { setTimeout as rest } from 'node:timers/promises';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { findOld, resealValue } from '../../db/secret/reseal-value';
import { SEALED_COLUMNS, type SealedColumn } from '../../db/secret/sealed-columns';

const READ_AT_ONCE = 500;
/** Photos are up to 1 MB each; everything else is small. */
const SEALED_AT_ONCE = 10;
/**
 * Pause between two writes: another process waiting for the file looks again within 100 ms, and would
 * otherwise be passed over.
 */
const REST_MS = 50;

export type Resealed = {
  readonly done: number;
  /**
   * Still under an earlier key: a process that does not know the new key encrypted these values meanwhile.
   */
  readonly left: number;
};

/**
 * Encrypts every value that is under an earlier key again under the current one, a few in each transaction:
 * stopped at any moment, it continues where it was. The server may run meanwhile.
 */
export async function reseal(context: ServerContext, onDone: (done: number) => void): Promise<Resealed> {
  let done = 0;
  for (const sealed of SEALED_COLUMNS) {
    await eachOld(context, sealed, async (old) => {
      done += await writeCity(context, async (write) => {
        let count = 0;
        for (const key of old) if (await resealValue(write, sealed, key)) count += 1;
        return count;
      });
      onDone(done);
      await rest(REST_MS);
    });
  }
  let left = 0;
  for (const sealed of SEALED_COLUMNS) {
    await eachOld(context, sealed, async (old) => {
      left += old.length;
    });
  }
  return { done, left };
}

type Old = Awaited<ReturnType<typeof findOld>>['old'];

async function eachOld(
  context: ServerContext,
  sealed: SealedColumn,
  work: (old: Old) => Promise<void>,
): Promise<void> {
  let after: Old[number] | undefined;
  for (;;) {
    const { old, last } = await findOld(context, sealed, { after, limit: READ_AT_ONCE });
    for (let at = 0; at < old.length; at += SEALED_AT_ONCE) await work(old.slice(at, at + SEALED_AT_ONCE));
    if (last === undefined) return;
    after = last;
  }
}

import { setImmediate as letOthersCome } from 'node:timers/promises';
import type { ServerContext } from '../../db/engine/context';
import { writeCity } from '../../db/engine/write-city';
import { promotePage, readWaitingPage, type WaitingPage } from '../../steps/capacity/promote';
import { settleConfig } from '../../steps/capacity/settle-config';

type Given = { readonly promoted: number; readonly last: number | undefined };

/**
 * Gives dates to waiting bookings where new days came within the horizon or the rota changed, one stretch of the list
 * after another, so that others are let in between. Returns how many.
 */
export async function promoteWaiting(context: ServerContext): Promise<number> {
  // Visits that lost their window by a new configuration have to be in the list first.
  await settleConfig(context);
  let promoted = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    const { last, fits }: WaitingPage = await readWaitingPage(context, from);
    const given: Given = fits
      ? await writeCity(context, (write) => promotePage(write, from))
      : { promoted: 0, last };
    promoted += given.promoted;
    after = given.last;
    await letOthersCome();
  }
  return promoted;
}

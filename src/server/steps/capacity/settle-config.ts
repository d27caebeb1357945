import { setImmediate as letOthersCome } from 'node:timers/promises';
import { freeSlot } from '../../db/capacity/slots';
import {
  goOnSettling,
  type LosingVisit,
  readUnsettled,
  type UnsettledConfig,
} from '../../db/city/unsettled-configs';
import type { ServerContext } from '../../db/engine/context';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { applyTransition } from '../booking/apply-transition';
import { offerWindows } from './offer-windows';
import { promotePage, readWaitingPage } from './promote';

/** Visits of one transaction: some 20 ms. */
const AT_ONCE = 10;

/**
 * Carries out what the newest configuration does to visits and waiting list, in transactions of some bookings each, so
 * that others are let in between: first each visit that lost its window joins the waiting list, then the list gets what
 * is free in order of submission, then whoever still waits is offered other windows. How far it came is in the database:
 * any process goes on with it, several may at once. Returns whether all is done, after at most `slices` transactions.
 */
export async function settleConfig(
  context: ServerContext,
  slices = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  for (let done = 0; ; done += 1) {
    const work = await readUnsettled(context.db, context.city.code);
    if (work === undefined) return true;
    if (done >= slices) return false;
    // The waiting list is read outside of a transaction, by the configuration that is in force now.
    await context.refreshCity?.(context.db);
    await (work.step === 'promote' ? promoteSome(context, work) : settleVisits(context));
    await letOthersCome();
  }
}

/** Returns the next visits to the waiting list, or offers them other windows. */
async function settleVisits(context: ServerContext): Promise<void> {
  await writeCity(context, async (write) => {
    const { tx } = write;
    const city = context.city.code;
    // Another process may have gone on meanwhile.
    const work = await readUnsettled(tx, city);
    if (work === undefined || work.step === 'promote') return;
    const { step, position, visits } = work;
    const some = visits.slice(position, position + AT_ONCE);
    const ids = some.map(({ id }) => id);
    if (step === 'offer') await offerWindows(write, ids, { isNews: true });
    else for (const visit of some) await loseWindow(write, visit);
    const isEnd = position + AT_ONCE >= visits.length;
    const last = step === 'return' ? ({ step: 'promote', position: 0 } as const) : undefined;
    await goOnSettling(tx, city, isEnd ? last : { step, position: position + AT_ONCE });
  });
}

/** Only a visit that still has the window it loses: it may have been moved, begun or cancelled meanwhile. */
async function loseWindow(write: CityWrite, { id, unit, day, window_id }: LosingVisit): Promise<void> {
  const city = write.context.city.code;
  const held = await write.tx
    .selectFrom('bookings as b')
    .innerJoin('reservations as r', (join) =>
      join.onRef('r.city', '=', 'b.city').onRef('r.booking_id', '=', 'b.id'),
    )
    .select('b.id')
    .where('b.city', '=', city)
    .where('b.id', '=', id)
    .where('b.state', '=', 'scheduled')
    .where('r.unit', '=', unit)
    .where('r.day', '=', day)
    .where('r.window_id', '=', window_id)
    .executeTakeFirst();
  if (held === undefined) return;
  await freeSlot(write, id);
  await applyTransition(
    write,
    { id, state: 'scheduled' },
    { to: 'waiting', actor: 'system', action: 'return' },
  );
}

/** Passes over those for whom nothing is free without a transaction, and gives dates to the next that can have one. */
async function promoteSome(context: ServerContext, work: UnsettledConfig): Promise<void> {
  let from: number = work.position;
  let page = await readWaitingPage(context, from);
  while (!page.fits && page.last !== undefined) {
    from = page.last;
    await letOthersCome();
    page = await readWaitingPage(context, from);
  }
  await writeCity(context, async (write) => {
    const city = context.city.code;
    const now = await readUnsettled(write.tx, city);
    const isSame =
      now?.step === 'promote' && now.revision === work.revision && now.position === work.position;
    if (!isSame) return;
    const { last } = page.fits ? await promotePage(write, from) : page;
    const isOffer = now.visits.length > 0;
    const next = isOffer ? ({ step: 'offer', position: 0 } as const) : undefined;
    await goOnSettling(write.tx, city, last === undefined ? next : { step: 'promote', position: last });
  });
}

import type { BookingId } from '../../../domain/booking/booking';
import type { Slot } from '../../../domain/calendar/window';
import type { CityWrite } from '../engine/write-city';
import { slotOfRow } from './slot-of-row';
import { keyOf, readUse, slotKeyOf, type Usage } from './slots';

/** The window that a booking has now, with what it takes of it. */
export type HeldSlot = {
  /** As it is stored: the city may have changed its rota since. */
  readonly slot: Slot;
  readonly minutes: number;
  readonly channel: 'online' | 'desk';
};

/** Reads the window of a booking; `undefined` where it has none. */
export async function readHeldSlot({ tx, context }: CityWrite, id: BookingId): Promise<HeldSlot | undefined> {
  const row = await tx
    .selectFrom('reservations as r')
    .innerJoin('slots as s', (join) =>
      join
        .onRef('s.city', '=', 'r.city')
        .onRef('s.unit', '=', 'r.unit')
        .onRef('s.day', '=', 'r.day')
        .onRef('s.window_id', '=', 'r.window_id'),
    )
    .select([
      'r.unit',
      'r.day',
      'r.window_id',
      'r.minutes',
      'r.channel',
      's.start_time',
      's.end_time',
      's.capacity_minutes',
      's.online_capacity_minutes',
    ])
    .where('r.city', '=', context.city.code)
    .where('r.booking_id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    slot: slotOfRow(row),
    minutes: row.minutes,
    channel: row.channel,
  };
}

/** Returns the used minutes of a window as if `held` were given back. */
export async function usageWithout({ tx, context }: CityWrite, slot: Slot, held: HeldSlot): Promise<Usage> {
  return without(await readUse(tx, context.city.code, slot), held);
}

/** Returns used minutes as if `held` were given back. */
export function without(usage: Usage, { slot, minutes, channel }: HeldSlot): Usage {
  const key = keyOf(slotKeyOf(slot));
  const use = usage.get(key);
  if (use === undefined) return usage;
  const onlineMinutes = channel === 'online' ? minutes : 0;
  return new Map(usage).set(key, {
    used: use.used - minutes,
    onlineUsed: use.onlineUsed - onlineMinutes,
  });
}

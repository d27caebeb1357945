import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import type { Tables } from '../../db/schema/tables';

/**
 * Several processes may write, so each process that has listeners polls the database, for all listeners at
 * once.
 */
const ASK_EVERY_MS = 1_000;
/**
 * Devices in one query. They are looked up by key, so that the cost depends on the listeners and not on the
 * city's past.
 */
const DEVICES_PER_QUERY = 400;

type OnChange = (change: number) => void;

export type DeviceWatch = {
  /**
   * Reports each change after `since` to one of this device's bookings, its own or followed, or to one of its
   * callbacks. Call the returned function to stop. Rejects when the database does not answer.
   */
  readonly listen: (deviceHash: string, since: number, onChange: OnChange) => Promise<() => void>;
};

type Changed = { readonly device_hash: string; readonly change: number };

/** Reads the changes of bookings and of callbacks: a device may appear once for each. */
async function changedAfter(
  db: Kysely<Tables>,
  city: string,
  after: number,
  hashes: readonly string[],
): Promise<Changed[]> {
  // The later of the two numbers: a change of its followers does not change the booking.
  const change = sql<number>`CASE WHEN b.change_number > d.change_number THEN b.change_number ELSE d.change_number END`;
  const ofBookings = await db
    .selectFrom('booking_devices as d')
    .innerJoin('bookings as b', (join) =>
      join.onRef('b.city', '=', 'd.city').onRef('b.id', '=', 'd.booking_id'),
    )
    .select(['d.device_hash', sql<number>`max(${change})`.as('change')])
    .where('d.city', '=', city)
    .where('d.device_hash', 'in', hashes)
    .where(change, '>', after)
    .groupBy('d.device_hash')
    .execute();
  const ofCalls = await db
    .selectFrom('callbacks')
    .select(['device_hash', sql<number>`max(change_number)`.as('change')])
    .where('city', '=', city)
    .where('device_hash', 'in', hashes)
    .where('change_number', '>', after)
    .groupBy('device_hash')
    .execute();
  return [...ofBookings, ...ofCalls];
}

/** Polls the city's counter while somebody listens, and does not query the database while nobody does. */
export function watchDevices(context: ServerContext): DeviceWatch {
  const listeners = new Map<string, Set<OnChange>>();
  let isAsking = false;
  let seen = 0;
  let generation: string | undefined;

  async function keepAsking(): Promise<void> {
    while (listeners.size > 0) {
      // `ref: false`: this wait must not keep a stopping process alive.
      await sleep(ASK_EVERY_MS, undefined, { ref: false });
      try {
        await ask();
      } catch (error) {
        // The database may be busy: the next turn asks for the same changes again.
        context.report?.(error);
      }
    }
    isAsking = false;
  }

  async function ask(): Promise<void> {
    const { db, city } = context;
    const change = await lastChange(db, city.code);
    await context.refreshCity?.(db);
    const isOther = context.generation?.() !== generation;
    generation = context.generation?.();
    if (change === seen && !isOther) return;
    if (change < seen || isOther) {
      // The database was put back to a backup: every device has to read again.
      for (const each of listeners.values()) for (const tell of each) tell(change);
    } else {
      const hashes = [...listeners.keys()];
      for (let at = 0; at < hashes.length; at += DEVICES_PER_QUERY) {
        const some = hashes.slice(at, at + DEVICES_PER_QUERY);
        for (const changed of await changedAfter(db, city.code, seen, some)) {
          for (const tell of listeners.get(changed.device_hash) ?? []) tell(Number(changed.change));
        }
      }
    }
    seen = change;
  }

  return {
    listen: async (deviceHash, since, onChange) => {
      const { db, city } = context;
      const last = await lastChange(db, city.code);
      if (!isAsking) {
        isAsking = true;
        seen = last;
        generation = context.generation?.();
        add(listeners, deviceHash, onChange);
        void keepAsking();
      } else {
        add(listeners, deviceHash, onChange);
      }
      // From here on nothing is missed: older changes are looked up, new ones are reported. A repeat does no
      // harm.
      if (since > last) onChange(last);
      try {
        for (const missed of await changedAfter(db, city.code, since, [deviceHash])) {
          onChange(Number(missed.change));
        }
      } catch (error) {
        remove(listeners, deviceHash, onChange);
        throw error;
      }
      return () => remove(listeners, deviceHash, onChange);
    },
  };
}

function add(listeners: Map<string, Set<OnChange>>, deviceHash: string, onChange: OnChange): void {
  const own = listeners.get(deviceHash) ?? new Set();
  listeners.set(deviceHash, own.add(onChange));
}

function remove(listeners: Map<string, Set<OnChange>>, deviceHash: string, onChange: OnChange): void {
  const own = listeners.get(deviceHash);
  own?.delete(onChange);
  if (own?.size === 0) listeners.delete(deviceHash);
}

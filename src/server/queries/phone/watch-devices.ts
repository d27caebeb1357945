import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { ServerContext } from '../../db/engine/context';
import { lastChange } from '../../db/engine/last-change';
import type { Tables } from '../../db/schema/tables';

/** Several processes may write: the database is asked, by each process that has listeners, for all of them at once. */
const ASK_EVERY_MS = 1_000;
/** Devices in one query. They are looked up by their key, so that the cost follows who listens and not the city's past. */
const DEVICES_PER_QUERY = 400;

type OnChange = (change: number) => void;

export type DeviceWatch = {
  /**
   * Tells of each change after `since` to a booking of this device, its own or followed, or to a call it asked for. To be called again to
   * stop. Rejects when the database does not answer.
   */
  readonly listen: (deviceHash: string, since: number, onChange: OnChange) => Promise<() => void>;
};

type Changed = { readonly device_hash: string; readonly change: number };

/** Of bookings and of calls asked for: a device may be named once for each. */
async function changedAfter(
  db: Kysely<Tables>,
  city: string,
  after: number,
  hashes: readonly string[],
): Promise<Changed[]> {
  // The later of both: who follows it is no change of the booking.
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

/** Watches the city's counter while somebody listens; asks nothing of the database while nobody does. */
export function watchDevices(context: ServerContext): DeviceWatch {
  const listeners = new Map<string, Set<OnChange>>();
  let isAsking = false;
  let seen = 0;

  async function keepAsking(): Promise<void> {
    while (listeners.size > 0) {
      // Never what holds a process that stops.
      await sleep(ASK_EVERY_MS, undefined, { ref: false });
      try {
        await ask();
      } catch (error) {
        // A busy database: the next turn asks for the same changes again.
        context.report?.(error);
      }
    }
    isAsking = false;
  }

  async function ask(): Promise<void> {
    const { db, city } = context;
    const change = await lastChange(db, city.code);
    if (change === seen) return;
    if (change < seen) {
      // The database was set back to a copy: everybody is to read anew.
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
        add(listeners, deviceHash, onChange);
        void keepAsking();
      } else {
        add(listeners, deviceHash, onChange);
      }
      // From here on nothing is missed: what is older is looked up, what comes is told. A repeat does no harm.
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

import type { CityWrite } from '../../db/engine/write-city';
import { tellRequester } from '../../db/phone/followers';

/**
 * Hands all visits and callbacks of one device to another. Each gets a new change number, so that the other
 * device reads it.
 */
export async function transferDevice(write: CityWrite, from: string, to: string): Promise<void> {
  await moveVisits(write, from, to);
  const { tx, context, nextChange } = write;
  const city = context.city.code;
  const calls = await tx
    .selectFrom('callbacks')
    .select('id')
    .where('city', '=', city)
    .where('device_hash', '=', from)
    .orderBy('change_number')
    .execute();
  for (const { id } of calls) {
    await tx
      .updateTable('callbacks')
      .set({ device_hash: to, change_number: nextChange() })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute();
  }
}

/**
 * Where both devices have the same visit the higher role stays: requester before follower, follower before
 * withdrawn follower.
 */
async function moveVisits({ tx, context, nextChange, ...rest }: CityWrite, from: string, to: string) {
  const write = { tx, context, nextChange, ...rest };
  const city = context.city.code;
  const rows = await tx
    .selectFrom('booking_devices')
    .select(['device_hash', 'booking_id', 'role', 'withdrawn_at'])
    .where('city', '=', city)
    .where('device_hash', 'in', [from, to])
    .orderBy('change_number')
    .execute();
  const rank = (row: (typeof rows)[number]) =>
    row.role === 'requester' ? 2 : row.withdrawn_at === null ? 1 : 0;
  for (const old of rows.filter((row) => row.device_hash === from)) {
    const own = rows.find((row) => row.device_hash === to && row.booking_id === old.booking_id);
    const goes = own !== undefined && rank(own) >= rank(old) ? from : to;
    if (own !== undefined) {
      await tx
        .deleteFrom('booking_devices')
        .where('city', '=', city)
        .where('device_hash', '=', goes)
        .where('booking_id', '=', old.booking_id)
        .execute();
      await tellRequester(write, old.booking_id);
    }
    await tx
      .updateTable('booking_devices')
      .set({ device_hash: to, change_number: nextChange() })
      .where('city', '=', city)
      .where('device_hash', '=', from)
      .where('booking_id', '=', old.booking_id)
      .execute();
  }
}

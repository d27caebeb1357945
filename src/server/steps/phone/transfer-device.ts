import type { CityWrite } from '../../db/engine/write-city';
import { tellRequester } from '../../db/phone/followers';

/** Hands all visits and calls of one device to another, numbered anew, so that the other reads each of them. */
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

/** Both may have the same visit: the one who asked for it goes before who follows, and who follows before who did. */
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

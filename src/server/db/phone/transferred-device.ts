import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { prepareQuery } from '../engine/prepare-query';
import type { Tables } from '../schema/tables';

type Device = { readonly city: string; readonly device_hash: string };

const movedOf = prepareQuery((db, { city, device_hash }: Device) =>
  db
    .selectFrom('moved_devices')
    .select('moved_to')
    .where('city', '=', city)
    .where('device_hash', '=', device_hash),
);

/** Whether this device's credential has ended because another phone replaced it. */
export async function isTransferredAway(
  db: Kysely<Tables>,
  city: string,
  deviceHash: string,
): Promise<boolean> {
  return (await movedOf(db, { city, device_hash: deviceHash })).length > 0;
}

/** The database stores a transfer under this hash: whoever reads the hash there cannot take the transfer. */
export function transferHashOf(id: string): string {
  return createHash('sha256').update(id).digest('base64url');
}

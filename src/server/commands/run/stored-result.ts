import { prepareQuery } from '../../db/engine/prepare-query';
import type { CityWrite } from '../../db/engine/write-city';
import type { Tables } from '../../db/schema/tables';

const MAX_POINTER_CHARS = 200;

type Key = Pick<Tables['commands'], 'city' | 'device_hash' | 'command_id'>;

const findCommand = prepareQuery((db, { city, device_hash, command_id }: Key) =>
  db
    .selectFrom('commands')
    .select(['content_hash', 'result_json'])
    .where('city', '=', city)
    .where('device_hash', '=', device_hash)
    .where('command_id', '=', command_id),
);

const addCommand = prepareQuery((db, command: Tables['commands']) => {
  const { city, device_hash, command_id, content_hash, result_json, at } = command;
  return db.insertInto('commands').values({ city, device_hash, command_id, content_hash, result_json, at });
});

/** What a command of this owner (a device's hash, `staff:<id>`) came to when it was run first. */
export async function readStored({ tx, context }: CityWrite, owner: string, id: string) {
  const [stored] = await findCommand(tx, { city: context.city.code, device_hash: owner, command_id: id });
  return stored;
}

export async function storeResult(
  { tx, context, nowMs }: CityWrite,
  owner: string,
  content_hash: string,
  result: { readonly id: string },
): Promise<void> {
  const key = { city: context.city.code, device_hash: owner, command_id: result.id };
  await addCommand(tx, { ...key, content_hash, result_json: JSON.stringify(result), at: nowMs });
}

/** A place in a command as a JSON pointer (RFC 6901). */
export function pointerOf(path: readonly { readonly key: unknown }[] | undefined): string {
  const keys = (path ?? []).map(({ key }) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'));
  return keys
    .map((key) => `/${key}`)
    .join('')
    .slice(0, MAX_POINTER_CHARS);
}

import * as v from 'valibot';
import { type Command, command } from '../../../contract/commands';
import { commandId } from '../../../contract/scalars';
import { type CommandResult, commandResult } from '../../../contract/sync';
import type { ServerContext } from '../../db/engine/context';
import { prepareQuery } from '../../db/engine/prepare-query';
import { type CityWrite, writeCity } from '../../db/engine/write-city';
import { isTransferredAway } from '../../db/phone/transferred-device';
import type { Tables } from '../../db/schema/tables';
import { cancelBooking } from '../booking/cancel-booking';
import { chooseWindow } from '../booking/choose-window';
import { eraseBooking } from '../booking/erase-booking';
import { submitBooking } from '../booking/submit-booking';
import { askCallback } from '../callback/ask-callback';
import { withdrawCallback } from '../callback/withdraw-callback';
import { followBooking } from '../phone/follow-booking';
import { renewFollowLink } from '../phone/renew-follow-link';
import { withdrawFollower } from '../phone/withdraw-follower';
import { attachPhoto } from '../photo/attach-photo';
import { removePhoto } from '../photo/remove-photo';
import { contentHash } from './content-hash';
import { type Outcome, type Refusal, resultOf } from './refusal';
import { pointerOf, readStored, storeResult } from './stored-result';

const RETRY_AFTER_S = 5;
const SEEN_AGAIN_MS = 86_400_000;

const commandHead = v.looseObject({ id: commandId, name: v.string() });
const NAMES: readonly string[] = command.options.map((option) => option.entries.name.literal);

/**
 * Runs one command of a device in one transaction, once: repeated, it gives its stored result. What cannot be
 * understood or is not allowed is refused for good; `retry` means that nothing was stored. `raw` is an object with at
 * least a command id and a name.
 */
export async function runCommand(
  context: ServerContext,
  deviceHash: string,
  raw: unknown,
): Promise<CommandResult> {
  const { id, name } = v.parse(commandHead, raw);
  const hash = contentHash(raw);
  if (hash === undefined) return resultOf(id, { problem: 'request-not-valid' });
  try {
    return await writeCity(context, async (write) => {
      // Taken over since its request came: nothing is done for who is no longer in charge, and the next request says so.
      if (await isTransferredAway(write.tx, context.city.code, deviceHash)) {
        return { id, outcome: 'retry', retryAfterSeconds: RETRY_AFTER_S };
      }
      const stored = await readStored(write, deviceHash, id);
      if (stored !== undefined) {
        if (stored.content_hash !== hash)
          return resultOf(id, { problem: 'command-id-reused', pointer: '/id' });
        return v.parse(commandResult, JSON.parse(stored.result_json));
      }
      const result = resultOf(id, await decide(write, deviceHash, name, raw));
      await store(write, deviceHash, hash, result);
      return result;
    });
  } catch (error) {
    context.report?.(error);
    return { id, outcome: 'retry', retryAfterSeconds: RETRY_AFTER_S };
  }
}

function decide(
  write: CityWrite,
  deviceHash: string,
  name: string,
  raw: unknown,
): Promise<Outcome> | Refusal {
  if (!NAMES.includes(name)) return { problem: 'command-unknown', pointer: '/name' };
  const parsed = v.safeParse(command, raw);
  if (!parsed.success) return { problem: 'request-not-valid', pointer: pointerOf(parsed.issues[0].path) };
  return perform(write, deviceHash, parsed.output);
}

function perform(write: CityWrite, deviceHash: string, parsed: Command): Promise<Outcome> {
  switch (parsed.name) {
    case 'submit-booking':
      return submitBooking(write, deviceHash, parsed);
    case 'cancel-booking':
      return cancelBooking(write, deviceHash, parsed);
    case 'choose-window':
      return chooseWindow(write, deviceHash, parsed);
    case 'follow-booking':
      return followBooking(write, deviceHash, parsed);
    case 'withdraw-follower':
      return withdrawFollower(write, deviceHash, parsed);
    case 'renew-follow-link':
      return renewFollowLink(write, deviceHash, parsed);
    case 'ask-callback':
      return askCallback(write, deviceHash, parsed);
    case 'withdraw-callback':
      return withdrawCallback(write, deviceHash, parsed);
    case 'attach-photo':
      return attachPhoto(write, deviceHash, parsed);
    case 'remove-photo':
      return removePhoto(write, deviceHash, parsed);
    case 'erase-booking':
      return eraseBooking(write, deviceHash, parsed);
  }
}

const seeDevice = prepareQuery((db, device: Tables['devices'] & { readonly seenBefore: number }) => {
  const { city, device_hash, first_seen, last_seen } = device;
  return db
    .insertInto('devices')
    .values({ city, device_hash, first_seen, last_seen })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'device_hash'])
        .doUpdateSet({ last_seen })
        .where('devices.last_seen', '<', device.seenBefore),
    );
});

async function store(
  write: CityWrite,
  deviceHash: string,
  hash: string,
  result: CommandResult,
): Promise<void> {
  await storeResult(write, deviceHash, hash, result);
  const { tx, context, nowMs } = write;
  const device = { city: context.city.code, device_hash: deviceHash };
  const seenBefore = nowMs - SEEN_AGAIN_MS;
  await seeDevice(tx, { ...device, first_seen: nowMs, last_seen: nowMs, seenBefore });
}

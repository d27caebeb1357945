import { type Command, command } from '../../../contract/commands';
import { type CommandResult, commandResult } from '../../../contract/sync';
import type { ResidentProblem } from '../../../domain/problem';
import { type ResidentResult, refuse } from '../../../domain/result';
import type { ServerContext } from '../../db/engine/context';
import { prepareWrites, type WritePart } from '../../db/engine/prepare-writes';
import type { CityWrite } from '../../db/engine/write-city';
import { isTransferredAway } from '../../db/phone/transferred-device';
import type { Tables } from '../../db/schema/tables';
import { cancelBooking } from '../booking/cancel-booking';
import { changeRequest } from '../booking/change-request';
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
import { addCommand, type Handlers, parseCommand, runOnce } from './run-once';

const SEEN_AGAIN_MS = 86_400_000;

const HANDLERS: Handlers<Command, string, ResidentProblem> = {
  'submit-booking': submitBooking,
  'cancel-booking': cancelBooking,
  'choose-window': chooseWindow,
  'change-request': changeRequest,
  'follow-booking': followBooking,
  'withdraw-follower': withdrawFollower,
  'renew-follow-link': renewFollowLink,
  'ask-callback': askCallback,
  'withdraw-callback': withdrawCallback,
  'attach-photo': attachPhoto,
  'remove-photo': removePhoto,
  'erase-booking': eraseBooking,
};

/** Whether another phone has replaced this one. The server then refuses whatever this one sends. */
export function isTransferred(
  { db, city }: Pick<ServerContext, 'db' | 'city'>,
  deviceHash: string,
): Promise<boolean> {
  return isTransferredAway(db, city.code, deviceHash);
}

/** Runs one command of a resident's phone, and only once (run-once.ts). */
export function runCommand(context: ServerContext, deviceHash: string, raw: unknown): Promise<CommandResult> {
  return runOnce<Command, ResidentProblem>(context, raw, {
    owner: deviceHash,
    storedResult: commandResult,
    parse: (name) => {
      if (!Object.hasOwn(HANDLERS, name)) return refuse('command-unknown', { pointer: '/name' });
      return parseCommand(command, raw);
    },
    perform: (write, parsed) => perform(write, deviceHash, parsed.name, parsed),
    store: ({ tx, nowMs }, stored) => storeAndSee(tx, { ...stored, seenBefore: nowMs - SEEN_AGAIN_MS }),
  });
}

function perform<Name extends Command['name']>(
  write: CityWrite,
  deviceHash: string,
  name: Name,
  parsed: Extract<Command, { readonly name: Name }>,
): Promise<ResidentResult> {
  return HANDLERS[name](write, deviceHash, parsed);
}

type SeenWith = Tables['commands'] & { readonly seenBefore: number };

/** Notes that a device is in use, at most once a day. */
const seeDevice: WritePart<SeenWith> = (db, { city, device_hash, at, seenBefore }) =>
  db
    .insertInto('devices')
    .values({ city, device_hash, first_seen: at, last_seen: at })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'device_hash'])
        .doUpdateSet({ last_seen: at })
        .where('devices.last_seen', '<', seenBefore),
    );

const storeAndSee = prepareWrites<SeenWith>([addCommand, seeDevice]);

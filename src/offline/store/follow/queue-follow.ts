import type { FollowBooking } from '../../../contract/commands';
import type { ProblemDetails } from '../../../contract/problem';
import type { Base64Url, CommandId } from '../../../contract/scalars';
import { makeId } from '../engine/make-id';
import { sealCommand } from '../engine/outbox';
import type { PhoneStore } from '../engine/phone-store';
import type { DeviceRow } from '../engine/rows';
import { writeSealed } from '../secret/write-sealed';

/** 128 bits as base64url. Anything else in a link is not worth sending. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** Whether a text can be the token of a follow link. */
export function isFollowToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * Asks to follow a visit by the token of its link. Returns the id under which a refusal can be found, or
 * `undefined` when the text cannot be a token. The requester of the visit will read `followerName`. `nowMs`:
 * Unix milliseconds.
 */
export async function queueFollow(
  store: PhoneStore,
  token: string,
  followerName: string,
  nowMs: number,
): Promise<CommandId | undefined> {
  if (!isFollowToken(token)) return undefined;
  const command: FollowBooking = {
    id: makeId<CommandId>(),
    madeAt: new Date(nowMs).toISOString(),
    name: 'follow-booking',
    token: token as Base64Url,
    followerName,
  };
  const seal = (device: DeviceRow) => sealCommand(device, command);
  await writeSealed(store, [store.outbox], seal, (row) => store.outbox.add(row));
  return command.id;
}

export type FollowState =
  | { readonly is: 'waiting' }
  | { readonly is: 'done' }
  | { readonly is: 'refused'; readonly problem: ProblemDetails };

/** Reads how far a follow request has come: waiting for an answer, done, or refused by the server. */
export async function readFollow(store: PhoneStore, id: CommandId): Promise<FollowState> {
  const refused = await store.meta.get(`follow:${id}`);
  if (refused !== undefined && 'problem' in refused) return { is: 'refused', problem: refused.problem };
  return { is: (await store.outbox.where('id').equals(id).count()) > 0 ? 'waiting' : 'done' };
}

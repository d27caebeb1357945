import type { AskCallback } from '../../../contract/commands';
import type { CallbackId } from '../../../domain/people/callback';
import { seal, unseal } from '../secret/seal';

/** Whom to call, and about what. */
export type CallbackPerson = AskCallback['person'] & Pick<AskCallback, 'note'>;

export function sealPerson(
  context: Parameters<typeof seal>[0],
  id: CallbackId,
  { name, phone, note }: CallbackPerson,
): Buffer {
  return seal(context, callbackPlace(id), { name, phone, ...(note === undefined ? {} : { note }) });
}

/** The cast is safe: only {@link sealPerson} writes this value, under a key that nobody else has. */
export function unsealPerson(
  context: Parameters<typeof unseal>[0],
  id: CallbackId,
  sealed: Buffer,
): CallbackPerson {
  return unseal(context, callbackPlace(id), sealed) as CallbackPerson;
}

/** The place that a person's ciphertext is bound to (seal.ts). */
export function callbackPlace(id: CallbackId): string {
  return `callback/${id}`;
}

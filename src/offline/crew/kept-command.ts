import type { CommandId } from '../../contract/scalars';
import { type Sealed, seal, unseal } from '../store/secret/seal';
import type { KeptCommand } from './crew-rows';

const purposeOf = (id: CommandId) => `command:${id}`;

/** Encrypts a command; the ciphertext is the same in the outbox and among the refused commands. */
export function sealKept(key: CryptoKey, kept: KeptCommand): Promise<Sealed> {
  return seal(key, purposeOf(kept.command.id), kept);
}

/** Decrypts a command; `undefined` when it was encrypted under another key. */
export function openKept(
  key: CryptoKey,
  row: { readonly id: CommandId; readonly sealed: Sealed },
): Promise<KeptCommand | undefined> {
  return unseal<KeptCommand>(key, purposeOf(row.id), row.sealed);
}

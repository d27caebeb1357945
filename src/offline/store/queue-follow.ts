import type { FollowBooking } from '../../contract/commands';
import type { Base64Url } from '../../contract/scalars';
import type { PhoneStore } from './phone-store';
import { stampCommand } from './queue-change';
import { seal } from './seal';

/** Asks to follow the visit whose link was opened; its row comes with the answer. */
export async function queueFollow(store: PhoneStore, token: string, nowMs: number): Promise<void> {
  const command: FollowBooking = {
    ...stampCommand(nowMs),
    name: 'follow-booking',
    token: token as Base64Url,
  };
  await store.outbox.add({ id: command.id, name: command.name, sealed: await seal(store, command) });
}

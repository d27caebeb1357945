import * as v from 'valibot';
import type { Command } from '../../contract/commands';
import type { Cursor } from '../../contract/scalars';
import { type SyncRequest, type SyncResponse, syncResponse } from '../../contract/sync';
import { CONTRACT_VERSION, MAX_COMMANDS_PER_SYNC } from '../../contract/version';
import { deviceSecret } from '../store/device-secret';
import type { PhoneStore } from '../store/phone-store';
import { unseal } from '../store/seal';
import { applySync, CURSOR_ENTRY } from './apply-sync';

export const SEND_LIMIT_MS = 10_000;

export type SendFailure = 'offline' | 'server' | 'busy' | 'version';
export type SendResult =
  | { readonly ok: true; readonly more: boolean; readonly retryAfterMs?: number }
  | { readonly ok: false; readonly failure: SendFailure; readonly retryAfterMs?: number };

export type SendDeps = { readonly fetch: typeof fetch; readonly baseUrl: string };

/**
 * One round trip: up to 50 waiting commands out, results and changes in. No transaction is open
 * while the network is waited for; a lost answer is harmless, since every command is safe to repeat.
 */
export async function sendOutbox(store: PhoneStore, deps: SendDeps): Promise<SendResult> {
  const rows = await store.outbox.orderBy('seq').limit(MAX_COMMANDS_PER_SYNC).toArray();
  const commands = await Promise.all(rows.map((row) => unseal<Command>(store, row.sealed)));
  const cursor = ((await store.meta.get(CURSOR_ENTRY))?.value as Cursor | undefined) ?? null;
  const answer = await post(deps, await deviceSecret(store), { version: CONTRACT_VERSION, cursor, commands });
  if (!answer.ok) return answer;
  await applySync(store, answer.body);
  const again = answer.body.results.find((result) => result.outcome === 'retry');
  const isWaiting = (await store.outbox.count()) > 0;
  if (again?.outcome === 'retry')
    return { ok: true, more: false, retryAfterMs: again.retryAfterSeconds * 1000 };
  return { ok: true, more: answer.body.more || (isWaiting && rows.length === MAX_COMMANDS_PER_SYNC) };
}

type Answer = { readonly ok: true; readonly body: SyncResponse } | Extract<SendResult, { ok: false }>;

async function post({ fetch, baseUrl }: SendDeps, secret: string, request: SyncRequest): Promise<Answer> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${baseUrl}/api/sync`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Device ${secret}` },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(SEND_LIMIT_MS),
    });
    body = response.ok ? await response.json() : undefined;
  } catch {
    return { ok: false, failure: 'offline' };
  }
  if (!response.ok) return failureOf(response);
  const parsed = v.safeParse(syncResponse, body);
  return parsed.success ? { ok: true, body: parsed.output } : { ok: false, failure: 'server' };
}

function failureOf(response: Response): Extract<SendResult, { ok: false }> {
  if (response.status === 426) return { ok: false, failure: 'version' };
  const seconds = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? { retryAfterMs: seconds * 1000 } : {};
  const isBusy = response.status === 429 || response.status === 503;
  return { ok: false, failure: isBusy ? 'busy' : 'server', ...retryAfter };
}

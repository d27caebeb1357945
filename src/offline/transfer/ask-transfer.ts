import { parseProblem } from '../../contract/parse-answer';
import type { PhoneStore } from '../store/engine/phone-store';
import { readDevice, readSecret } from '../store/secret/device-key';
import { type Fetch, fetchInTime } from '../sync/fetch-in-time';

const HTTP_OK = 200;
/** A transfer may be 500 KB over a weak connection. */
const MOVE_TIMEOUT_MS = 60_000;

export type TransferDependencies = {
  readonly store: PhoneStore;
  readonly fetch: Fetch;
  /** Without a trailing slash; empty means where the page came from. */
  readonly baseUrl: string;
};

/**
 * `offline`: no response. `busy`: try later. `gone`: used, too old, or never existed. `same`: this phone
 * opened the transfer itself.
 */
export type TransferFailure = 'offline' | 'busy' | 'gone' | 'same' | 'moved' | 'too-large';

export type TransferAnswer =
  | { readonly is: 'answer'; readonly body: unknown }
  | { readonly is: 'failed'; readonly why: TransferFailure };

/** Calls one of the transfer routes as this phone. */
export async function askTransfer(
  { store, fetch, baseUrl }: TransferDependencies,
  path: string,
  init: { readonly method: 'GET' | 'PUT' | 'POST'; readonly body?: unknown },
): Promise<TransferAnswer> {
  const { method, body } = init;
  const authorization = `Device ${await readSecret(await readDevice(store))}`;
  const sent =
    body === undefined
      ? { method, headers: { authorization } }
      : {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  const answer = await fetchInTime(fetch, `${baseUrl}/api/moves/${path}`, sent, {
    atLeastMs: MOVE_TIMEOUT_MS,
  });
  // The longest wait is over: nobody is there.
  if (answer.status === undefined) return { is: 'failed', why: 'offline' };
  if (answer.status === HTTP_OK) return { is: 'answer', body: answer.body };
  return { is: 'failed', why: whyOf(parseProblem(answer.body)?.code) };
}

/**
 * A page of a captive portal or a server in trouble counts as no response: nothing is given up because of it.
 */
function whyOf(code: string | undefined): TransferFailure {
  if (code === 'move-not-valid') return 'gone';
  if (code === 'move-same-device') return 'same';
  if (code === 'device-moved') return 'moved';
  if (code === 'request-too-large') return 'too-large';
  return code === undefined ? 'offline' : 'busy';
}

import { parseProblem } from '../../contract/parse-answer';
import type { ProblemDetails } from '../../contract/problem';
import { type Fetch, fetchInTime } from './fetch-in-time';
import { boundRetryAfterMs, readRetryAfterMs } from './retry-delay';
import type { SyncFailure } from './sync-state';

const HTTP_OK = 200;
const HTTP_TOO_LARGE = 413;
const MS_PER_SECOND = 1_000;

/** The generation of the server's database, with what its answer says; absent where it names none. */
export type Generation = { readonly generation?: string | undefined };

export type SyncAnswer<Response> =
  | { readonly is: 'answer'; readonly response: Response & Generation }
  /** The server cannot read the request as a whole: one of its commands may be the cause. */
  | {
      readonly is: 'unacceptable';
      /** Absent where a proxy refused it, whose limits are not ours: nothing is refused for good by that. */
      readonly problem?: ProblemDetails;
    }
  | {
      readonly is: 'failed';
      readonly failure: SyncFailure;
      readonly retryAfterMs?: number | undefined;
      /** HTTP status; absent when there was no response. */
      readonly status?: number;
    };

export type PostSyncInput<Response> = {
  readonly fetch: Fetch;
  readonly url: string;
  /** Identifies the sender. */
  readonly init: RequestInit & { readonly headers?: Readonly<Record<string, string>> };
  readonly body: unknown;
  /** Reads the response; `undefined` when it is not from our server. */
  readonly parse: (body: unknown) => Response | undefined;
  readonly nowMs: number;
};

/** Sends one batch and returns the answer. Only a complete, valid response is ever applied. */
export async function postSync<Response>(input: PostSyncInput<Response>): Promise<SyncAnswer<Response>> {
  const { fetch, url, init, body, parse, nowMs } = input;
  const answer = await fetchInTime(fetch, url, {
    ...init,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...init.headers },
    body: JSON.stringify(body),
  });
  if (answer.status === undefined) return { is: 'failed', failure: answer.why };
  const { status } = answer;
  if (status === HTTP_OK) {
    const response = parse(answer.body);
    const { generation } = answer;
    return response
      ? { is: 'answer', response: { ...response, generation } }
      : { is: 'failed', failure: 'server', status };
  }
  const problem = parseProblem(answer.body);
  switch (problem?.code) {
    case 'request-not-json':
    case 'request-not-valid':
    case 'request-too-large':
      return { is: 'unacceptable', problem };
    case 'version-not-supported':
      return { is: 'failed', failure: 'version', status };
    case 'device-moved':
      return { is: 'failed', failure: 'moved', status };
  }
  if (problem === undefined && status === HTTP_TOO_LARGE) return { is: 'unacceptable' };
  const said = problem?.retryAfterSeconds;
  const retryAfterMs =
    readRetryAfterMs(answer.retryAfter, nowMs) ??
    (said === undefined ? undefined : boundRetryAfterMs(said * MS_PER_SECOND));
  const isBusy = status === 429 || status === 503;
  return { is: 'failed', failure: isBusy ? 'busy' : 'server', retryAfterMs, status };
}

import { parseProblem, parseSyncResponse } from '../../contract/parse-answer';
import type { ProblemDetails } from '../../contract/problem';
import type { SyncRequest, SyncResponse } from '../../contract/sync';
import { type Fetch, fetchInTime } from './fetch-in-time';
import { boundRetryAfterMs, readRetryAfterMs } from './retry-delay';
import type { SyncFailure } from './sync-state';

const HTTP_OK = 200;
const MS_PER_SECOND = 1_000;

export type SyncAnswer =
  | { readonly is: 'answer'; readonly response: SyncResponse }
  /** The server cannot read the request as a whole: one of its commands may be to blame. */
  | { readonly is: 'unacceptable'; readonly problem: ProblemDetails }
  | { readonly is: 'failed'; readonly failure: SyncFailure; readonly retryAfterMs?: number | undefined };

export type PostSyncInput = {
  readonly fetch: Fetch;
  readonly baseUrl: string;
  readonly secret: string;
  readonly body: SyncRequest;
  readonly nowMs: number;
};

/** Sends one `POST /api/sync` and tells what came back. Only a whole, valid answer is ever applied. */
export async function postSync({ fetch, baseUrl, secret, body, nowMs }: PostSyncInput): Promise<SyncAnswer> {
  const answer = await fetchInTime(fetch, `${baseUrl}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Device ${secret}` },
    body: JSON.stringify(body),
  });
  if (answer === undefined) return { is: 'failed', failure: 'offline' };
  if (answer.status === HTTP_OK) {
    const response = parseSyncResponse(answer.body);
    return response ? { is: 'answer', response } : { is: 'failed', failure: 'server' };
  }
  const problem = parseProblem(answer.body);
  switch (problem?.code) {
    case 'request-not-json':
    case 'request-not-valid':
    case 'request-too-large':
      return { is: 'unacceptable', problem };
    case 'version-not-supported':
      return { is: 'failed', failure: 'version' };
  }
  const said = problem?.retryAfterSeconds;
  const retryAfterMs =
    readRetryAfterMs(answer.retryAfter, nowMs) ??
    (said === undefined ? undefined : boundRetryAfterMs(said * MS_PER_SECOND));
  const isBusy = answer.status === 429 || answer.status === 503;
  return { is: 'failed', failure: isBusy ? 'busy' : 'server', retryAfterMs };
}

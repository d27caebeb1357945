import { parseProblem } from '../../contract/parse-answer';
import { parsePhotoAnswer } from '../../contract/parse-photo-answer';
import type { ProblemDetails } from '../../contract/problem';
import { type Fetch, fetchInTime } from './fetch-in-time';
import { boundRetryAfterMs, readRetryAfterMs } from './retry-delay';
import type { SyncFailure } from './sync-state';

/** Enough for a part over a slow connection; shorter than the sender's lease. */
const PART_TIMEOUT_MS = 25_000;
const MS_PER_SECOND = 1_000;
const REFUSALS: ReadonlySet<number> = new Set([400, 409, 413, 415, 422]);

export type PartAnswer =
  /** The server holds this many bytes from the start. `isGap`: it wants another part than the one sent. */
  | { readonly is: 'held'; readonly received: number; readonly isGap: boolean }
  | { readonly is: 'whole' }
  | { readonly is: 'refused'; readonly problem: ProblemDetails }
  | {
      readonly is: 'failed';
      readonly failure: SyncFailure;
      readonly retryAfterMs?: number | undefined;
    };

export type PutPhotoInput = {
  readonly fetch: Fetch;
  readonly url: string;
  readonly authorization: string;
  /** The part from `from` up to, but not including, `to`. */
  readonly part: { readonly from: number; readonly to: number };
  /** The whole photo. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly nowMs: number;
};

/** Sends one part of a photo (partial PUT, RFC 9110 14.5) and returns the answer. */
export async function putPhoto(input: PutPhotoInput): Promise<PartAnswer> {
  const { fetch, url, authorization, part, bytes, nowMs } = input;
  const init: RequestInit = {
    method: 'PUT',
    headers: {
      authorization,
      'content-type': 'image/jpeg',
      'content-range': `bytes ${part.from}-${part.to - 1}/${bytes.length}`,
    },
    body: bytes.subarray(part.from, part.to),
  };
  const answer = await fetchInTime(fetch, url, init, { atLeastMs: PART_TIMEOUT_MS });
  if (answer.status === undefined) return { is: 'failed', failure: answer.why };
  const { status } = answer;
  const photo = status >= 200 && status < 300 ? parsePhotoAnswer(answer.body) : undefined;
  if (photo?.isComplete === true) return { is: 'whole' };
  if (photo !== undefined) return { is: 'held', received: photo.received, isGap: false };
  const problem = parseProblem(answer.body);
  if (problem?.code === 'photo-gap' && problem.received !== undefined) {
    return { is: 'held', received: problem.received, isGap: true };
  }
  if (problem !== undefined && REFUSALS.has(status)) return { is: 'refused', problem };
  const said = problem?.retryAfterSeconds;
  const retryAfterMs =
    readRetryAfterMs(answer.retryAfter, nowMs) ??
    (said === undefined ? undefined : boundRetryAfterMs(said * MS_PER_SECOND));
  return { is: 'failed', failure: status === 429 || status === 503 ? 'busy' : 'server', retryAfterMs };
}

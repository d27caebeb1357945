import * as v from 'valibot';
import { GENERATION_HEADER, parseGeneration } from '../../../../contract/generation';
import { staffProblemDetails } from '../../../../contract/problem';
import { readKnown } from '../../../../contract/set-aside';
import type { Problem } from '../../../../domain/problem';
import { hearTime } from '../../../../offline/clock/phone-clock';
import { abortAfter } from '../../../../offline/sync/abort-after';
import { pagePatience } from '../../../../offline/sync/patience';

/** Why a call failed: a problem from the server, or no valid answer. */
export type FailureCode = Problem | 'no-network' | 'no-answer' | 'slow-network' | 'answer-not-valid';

/** What `callApi` rejects with; `useFailureWords` puts it into words. */
export class ApiFailure extends Error {
  constructor(
    readonly code: FailureCode,
    /** Seconds after which the server wants to be asked again. */
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
type CallOptions = {
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** How long to wait for an answer at least, in milliseconds; a slow network is given more (`Patience`). */
  readonly timeoutMs?: number;
};

const listeners = new Set<() => void>();
const readers = new Set<() => void>();

/** The generation of the server's database as this page last heard of it, and how often it became another. */
let generation: string | undefined;
let putBacks = 0;

/** Calls `onPutBack` when the server's database was put back to a backup: what was read before no longer holds. */
export function watchPutBacks(onPutBack: () => void): () => void {
  readers.add(onPutBack);
  return () => readers.delete(onPutBack);
}

/** Returns how often that happened since the page was opened. */
export function countPutBacks(): number {
  return putBacks;
}

function hearGeneration(named: string | undefined): void {
  if (named === undefined || named === generation) return;
  const isOther = generation !== undefined;
  generation = named;
  if (!isOther) return;
  putBacks += 1;
  for (const tell of readers) tell();
}

/** Calls `onEnd` when the server no longer knows this session. */
export function watchSessionEnd(onEnd: () => void): () => void {
  listeners.add(onEnd);
  return () => listeners.delete(onEnd);
}

/**
 * Calls the staff API with the session's cookie. Returns the body as `schema` reads it; rejects with an
 * `ApiFailure`, or with the reason of `signal` if that ended the call.
 */
export async function callApi<Schema extends v.GenericSchema>(
  method: Method,
  path: string,
  schema: Schema,
  { body, signal, timeoutMs = 0 }: CallOptions = {},
): Promise<v.InferOutput<Schema>> {
  const answer = await fetchBody(
    path,
    {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    },
    (response) => response.json(),
    timeoutMs,
    signal,
  );
  if (signal?.aborted) throw signal.reason ?? new DOMException('The call was ended', 'AbortError');
  const read = readKnown(schema, bodyOf(answer));
  if (read === undefined) throw new ApiFailure('answer-not-valid');
  return read;
}

/** Reads a text file, such as CSV, with the session's cookie. Rejects with an `ApiFailure`. */
export async function readTextFile(path: string, timeoutMs: number): Promise<string> {
  const answer = await fetchBody(path, { method: 'GET' }, (response) => response.text(), timeoutMs);
  return bodyOf(answer);
}

type Answer<Body> =
  | { readonly ok: true; readonly body: Body }
  /** `body`: `undefined` for what is no JSON, such as the page of a proxy. */
  | { readonly ok: false; readonly status: number; readonly body: unknown };

/** Returns the answer and its body; a code when there was none in time, or a success that `read` cannot read. */
async function fetchBody<Body>(
  path: string,
  init: RequestInit & { readonly headers?: Readonly<Record<string, string>> },
  read: (response: Response) => Promise<Body>,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<Answer<Body> | FailureCode> {
  // What takes longer than any network is the server's own work.
  const waitMs = Math.max(timeoutMs, pagePatience.allow());
  const limit = abortAfter(waitMs);
  const startedAtMs = performance.now();
  try {
    const response = await hearTime(() =>
      fetch(path, {
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        ...init,
        signal: signal === undefined ? limit : abortAfter(waitMs, signal),
        headers: {
          ...(generation === undefined ? {} : { [GENERATION_HEADER]: generation }),
          ...init.headers,
        },
      }),
    );
    const { status, ok } = response;
    hearGeneration(parseGeneration(response.headers.get(GENERATION_HEADER)));
    // A long work of the server says nothing about the network.
    if (timeoutMs === 0) pagePatience.noteAnswer(performance.now() - startedAtMs);
    if (ok) return { ok, body: await read(response) };
    return { ok: false, status, body: await response.json().catch(() => undefined) };
  } catch {
    const isOver = limit.aborted && signal?.aborted !== true;
    const isSlow = isOver && pagePatience.noteTimeout(waitMs) === 'slow';
    if (!navigator.onLine) return 'no-network';
    return isSlow ? 'slow-network' : 'no-answer';
  }
}

function bodyOf<Body>(answer: Answer<Body> | FailureCode): Body {
  if (typeof answer === 'string') throw new ApiFailure(answer);
  if (!answer.ok) throw failureOf(answer);
  return answer.body;
}

/** What a proxy says by its status alone, where the server itself did not answer. */
const PROXY_PROBLEMS: Readonly<Record<number, Problem>> = {
  413: 'request-too-large',
  429: 'rate-limited',
  502: 'server-busy',
  503: 'server-busy',
  504: 'server-busy',
};

function failureOf({ status, body }: { readonly status: number; readonly body: unknown }): ApiFailure {
  const read = v.safeParse(staffProblemDetails, body);
  if (!read.success) return new ApiFailure(PROXY_PROBLEMS[status] ?? 'answer-not-valid');
  const { code, retryAfterSeconds } = read.output;
  if (code === 'sign-in-needed') for (const tell of listeners) tell();
  return new ApiFailure(code, retryAfterSeconds);
}

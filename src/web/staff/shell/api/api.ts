import * as v from 'valibot';
import { staffProblemDetails } from '../../../../contract/problem';
import type { Problem } from '../../../../domain/problem';

/** Why a call failed: a problem from the server, or no valid answer. */
export type FailureCode = Problem | 'no-network' | 'no-answer' | 'answer-not-valid';

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
  /** How long to wait for an answer, in milliseconds; 10 s by default. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;
const listeners = new Set<() => void>();

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
  { body, signal, timeoutMs = TIMEOUT_MS }: CallOptions = {},
): Promise<v.InferOutput<Schema>> {
  const limit = AbortSignal.timeout(timeoutMs);
  const answer = await fetchJson(path, {
    method,
    cache: 'no-store',
    credentials: 'same-origin',
    redirect: 'error',
    signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  signal?.throwIfAborted();
  if (answer === undefined) throw new ApiFailure(navigator.onLine ? 'no-answer' : 'no-network');
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer);
  const read = v.safeParse(schema, answer.json);
  if (!read.success) throw new ApiFailure('answer-not-valid');
  return read.output;
}

type Answer = {
  readonly status: number;
  /** `undefined` for what is no JSON, such as the page of a proxy. */
  readonly json: unknown;
};

/** Returns the answer and its body; undefined when there was none in time, or a success without JSON. */
async function fetchJson(path: string, init: RequestInit): Promise<Answer | undefined> {
  try {
    const response = await fetch(path, init);
    const { status, ok } = response;
    return { status, json: await (ok ? response.json() : response.json().catch(() => undefined)) };
  } catch {
    return undefined;
  }
}

/** What a proxy says by its status alone, where the server itself did not answer. */
const PROXY_PROBLEMS: Readonly<Record<number, Problem>> = {
  413: 'request-too-large',
  429: 'rate-limited',
  502: 'server-busy',
  503: 'server-busy',
  504: 'server-busy',
};

function failureOf({ status, json }: Answer): ApiFailure {
  const read = v.safeParse(staffProblemDetails, json);
  if (!read.success) return new ApiFailure(PROXY_PROBLEMS[status] ?? 'answer-not-valid');
  const { code, retryAfterSeconds } = read.output;
  if (code === 'sign-in-needed') for (const tell of listeners) tell();
  return new ApiFailure(code, retryAfterSeconds);
}

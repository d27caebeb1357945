import { GENERATION_HEADER, parseGeneration } from '../../contract/generation';
import { hearTime } from '../clock/phone-clock';
import { LONGEST_MS, type Patience, pagePatience } from './patience';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Fetched = {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The generation of the server's database; absent where it names none. */
  readonly generation: string | undefined;
  /** The body as JSON; `undefined` when it is not JSON. */
  readonly body: unknown;
};

/** `offline`: nobody answers. `slow`: an answer may still come to a request that waits longer. */
export type NoAnswer = { readonly status: undefined; readonly why: 'offline' | 'slow' };

export type TimeLimit = {
  /** For what is long by its size, milliseconds. */
  readonly atLeastMs?: number;
  /** For what a person waits for and can do without, milliseconds. */
  readonly atMostMs?: number;
  readonly patience?: Patience;
};

/**
 * Sends one request and reads its response and body, within the time that the network needs (`Patience`). A
 * redirect counts as none: the API never sends one, a captive portal does. Sends no cookie
 * unless `init.credentials` says so.
 */
export async function fetchInTime(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  { atLeastMs, atMostMs = LONGEST_MS, patience = pagePatience }: TimeLimit = {},
): Promise<Fetched | NoAnswer> {
  const controller = new AbortController();
  const waitMs = Math.min(atMostMs, patience.allow(atLeastMs));
  const timer = setTimeout(() => controller.abort(), waitMs);
  const startedAtMs = performance.now();
  try {
    const response = await hearTime(() =>
      fetch(url, {
        credentials: 'omit',
        ...init,
        signal: controller.signal,
        cache: 'no-store',
        redirect: 'error',
      }),
    );
    const text = await response.text();
    patience.noteAnswer(performance.now() - startedAtMs);
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      generation: parseGeneration(response.headers.get(GENERATION_HEADER)),
      body: parseJson(text),
    };
  } catch {
    const why = controller.signal.aborted ? patience.noteTimeout(waitMs) : 'offline';
    return { status: undefined, why };
  } finally {
    clearTimeout(timer);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

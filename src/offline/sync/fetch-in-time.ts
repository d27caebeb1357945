import { GENERATION_HEADER, parseGeneration } from '../../contract/generation';
import { hearTime } from '../clock/phone-clock';

const TIMEOUT_MS = 10_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Fetched = {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The generation of the server's database; absent where it names none. */
  readonly generation: string | undefined;
  /** The body as JSON; `undefined` when it is not JSON. */
  readonly body: unknown;
};

/**
 * Sends one request and reads its response and body, within 10 s or the given time; `undefined` when there
 * was no response. A redirect counts as none: the API never sends one, a captive portal does. Sends no cookie
 * unless `init.credentials` says so.
 */
export async function fetchInTime(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  timeoutMs = TIMEOUT_MS,
): Promise<Fetched | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
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
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      generation: parseGeneration(response.headers.get(GENERATION_HEADER)),
      body: parseJson(text),
    };
  } catch {
    return undefined;
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

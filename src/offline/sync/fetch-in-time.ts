const TIMEOUT_MS = 10_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Fetched = {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The body as JSON; `undefined` when it is none. */
  readonly body: unknown;
};

/**
 * One request, answer and body, within 10 s or what is given; `undefined` when there was no answer. A redirect counts as none: the
 * API never sends one, a captive portal does. No cookie goes with it unless `init.credentials` says so.
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
    const response = await fetch(url, {
      credentials: 'omit',
      ...init,
      signal: controller.signal,
      cache: 'no-store',
      redirect: 'error',
    });
    const text = await response.text();
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
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

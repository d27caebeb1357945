import { hearTime } from '../clock/phone-clock';
import type { Fetch } from './fetch-in-time';
import { generationHeader } from './generation-header';
import { pagePatience } from './patience';

/**
 * After this long without a byte the stream is held back on its way or broken. The server sends a heartbeat
 * every 20 s.
 */
const FIRST_BYTE_MS = 15_000;
const SILENCE_MS = 50_000;
const RECORD_END = '\n\n';

/** `ended`: the server ended a stream that had worked. `failed`: refused, held back or cut off. */
export type StreamEnd = 'ended' | 'failed';

export type EventRequest = {
  readonly fetch: Fetch;
  readonly url: string;
  readonly authorization: string;
  readonly generation?: string | undefined;
  readonly signal: AbortSignal;
  readonly onChange: () => void;
};

/** Listens to the server's events over fetch, since EventSource cannot send a credential. Never rejects. */
export async function readEvents({
  fetch,
  url,
  authorization,
  generation,
  signal,
  onChange,
}: EventRequest): Promise<StreamEnd> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  let watchdog = setTimeout(abort, pagePatience.allow(FIRST_BYTE_MS));
  try {
    const response = await hearTime(() =>
      fetch(url, {
        headers: { authorization, accept: 'text/event-stream', ...generationHeader(generation) },
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        signal: controller.signal,
      }),
    );
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !type.startsWith('text/event-stream') || response.body === null) return 'failed';
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let isHeard = false;
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return isHeard ? 'ended' : 'failed';
      isHeard = true;
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, SILENCE_MS);
      const records = (text + decoder.decode(value, { stream: true })).split(RECORD_END);
      text = records.pop() ?? '';
      if (records.some((record) => record.startsWith('event: change'))) onChange();
    }
  } catch {
    return 'failed';
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', abort);
    // Releases a response that was not read to its end, such as a portal's page.
    controller.abort();
  }
}

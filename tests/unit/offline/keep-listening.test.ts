import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepListening } from '../../../src/offline/sync/keep-listening';
import { readEvents, type StreamEnd } from '../../../src/offline/sync/read-events';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Starts a listener whose streams end when the test says so. */
function start() {
  const streams: { signal: AbortSignal; onChange: () => void; end: (end: StreamEnd) => void }[] = [];
  const wake = vi.fn();
  let want: (isWanted: boolean) => void = () => {};
  const signal = keepListening({
    watchWanted: (onWanted) => {
      want = onWanted;
      return () => {};
    },
    listen: (signal, onChange) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve('failed'));
        streams.push({ signal, onChange, end: resolve });
      }),
    random: () => 0.5,
  });
  const stop = signal(wake);
  return { streams, wake, want: (isWanted: boolean) => want(isWanted), stop };
}

describe('keepListening', () => {
  it('opens no stream while nobody looks, and one while somebody does', async () => {
    const { streams, want } = start();
    expect(streams).toHaveLength(0);
    want(true);
    want(true);
    expect(streams).toHaveLength(1);
    want(false);
    expect(streams[0]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(streams).toHaveLength(1);
    want(true);
    expect(streams).toHaveLength(2);
  });

  it('wakes at an event, and soon opens another stream after the server ends one', async () => {
    const { streams, wake, want } = start();
    want(true);
    streams[0]?.onChange();
    expect(wake).toHaveBeenCalledTimes(1);
    streams[0]?.end('ended');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(streams).toHaveLength(2);
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it('asks each minute while streams fail, and tries them less and less often', async () => {
    const { streams, wake, want, stop } = start();
    want(true);
    for (let failure = 1; failure <= 7; failure += 1) {
      wake.mockClear();
      expect(streams).toHaveLength(failure);
      streams[failure - 1]?.end('failed');
      const polls = Math.min(failure, 5);
      await vi.advanceTimersByTimeAsync(60_000 * polls - 1);
      expect(streams).toHaveLength(failure);
      await vi.advanceTimersByTimeAsync(1);
      expect(wake).toHaveBeenCalledTimes(polls);
    }
    stop();
    expect(streams.at(-1)?.signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

function eventsFrom(response: () => Promise<Response>) {
  const onChange = vi.fn();
  const request = { url: '/api/events?since=0', authorization: 'Device x', onChange };
  const end = readEvents({ ...request, fetch: response, signal: new AbortController().signal });
  return { end, onChange };
}

function streamOf(...chunks: readonly string[]): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

describe('readEvents', () => {
  it('hears an event that arrives in pieces, and ignores heartbeats', async () => {
    const { end, onChange } = eventsFrom(async () =>
      streamOf(': open\n', '\n:\n\nevent: cha', 'nge\ndata: 7\n\n', ':\n\n'),
    );
    expect(await end).toBe('ended');
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('takes a page of a portal, a refusal and an empty stream as failures', async () => {
    const page = new Response('<p>event: change</p>\n\n', { headers: { 'content-type': 'text/html' } });
    for (const response of [page, new Response(null, { status: 429 }), streamOf()]) {
      const { end, onChange } = eventsFrom(async () => response);
      expect(await end).toBe('failed');
      expect(onChange).not.toHaveBeenCalled();
    }
  });

  it('gives up a stream that is held back on its way', async () => {
    const onChange = vi.fn();
    const end = readEvents({
      url: '',
      authorization: '',
      onChange,
      signal: new AbortController().signal,
      fetch: (_url, { signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await end).toBe('failed');
  });
});

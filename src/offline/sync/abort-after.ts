/**
 * Returns a signal that aborts after `limitMs`, and at once when `also` does. `AbortSignal.timeout` and `any`
 * are younger than the lowest browsers.
 */
export function abortAfter(limitMs: number, also?: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(abort, limitMs);
  function abort(): void {
    clearTimeout(timer);
    controller.abort();
  }
  if (also?.aborted) abort();
  else also?.addEventListener('abort', abort, { once: true });
  return controller.signal;
}

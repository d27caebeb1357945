import type { Page } from '@playwright/test';

const QUIET_MS = 3_000;
const POLL_MS = 100;

/** Bytes that came over the wire: headers and bodies of the answers, as compressed. */
export type Wire = {
  readonly allBytes: () => number;
  readonly scriptBytes: () => number;
  /** Waits until nothing was asked for or came for some seconds: the app asks for some code late. */
  readonly settle: () => Promise<void>;
};

export async function countWire(page: Page): Promise<Wire> {
  const devtools = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let all = 0;
  let script = 0;
  let lastAt = Date.now();
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', () => {
    lastAt = Date.now();
  });
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    // Code that a modulepreload asks for has the type Other.
    if (type === 'Script' || response.mimeType.endsWith('javascript')) scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    lastAt = Date.now();
    all += encodedDataLength;
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  const settle = async () => {
    while (Date.now() - lastAt < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  };
  return { allBytes: () => all, scriptBytes: () => script, settle };
}

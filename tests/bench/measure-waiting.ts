import { build } from 'vite';
import type { Figure } from './figure';
import { bundleServers, NO_LIMITS } from './load/bundle-servers';
import { makeSubmission } from './load/make-requests';
import { startProcess } from './load/start-process';
import { withPhone } from './open-browser';

const BOOKINGS = 100;
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/**
 * Measures a phone that comes back into the network (slow 4G) with 100 bookings to send: the product's own
 * code in Chromium.
 */
export async function measureWaiting(): Promise<Figure[]> {
  const { productMain } = await bundleServers();
  const code = await bundlePhone();
  const server = await startProcess(productMain, NO_LIMITS);
  try {
    return await withPhone({ serviceWorkers: 'block' }, async (context) => {
      const page = await context.newPage();
      // An address of the server that runs no app, because an app would send too, and that has the policy of
      // a page: the policy of data forbids sending.
      await page.goto(`${server.url.replace('127.0.0.1', 'localhost')}/no-app.txt`);
      await page.evaluate(code);
      const { request } = makeSubmission(0);
      await page.evaluate(`phone.queueAll(${JSON.stringify(request)}, ${BOOKINGS})`);
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', SLOW_4G);
      let requests = 0;
      let up = 0;
      let down = 0;
      devtools.on('Network.requestWillBeSent', (event) => {
        requests += 1;
        up += Buffer.byteLength(event.request.postData ?? '');
      });
      devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
        down += encodedDataLength;
      });
      const tookMs = Number(await page.evaluate(`phone.sendAll(${BOOKINGS})`));
      const name = `Sync of ${BOOKINGS} waiting bookings`;
      return [
        { name: `${name}, requests`, value: requests, unit: '' },
        { name: '  sent (bodies)', value: up / 1000, unit: 'KB' },
        { name: '  received', value: down / 1000, unit: 'KB' },
        { name: '  time at slow 4G', value: tookMs / 1000, unit: 's' },
      ];
    });
  } finally {
    await server.stop();
  }
}

async function bundlePhone(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: 'tests/bench/load/phone.ts',
        formats: ['iife'],
        name: 'phone',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('the phone was not bundled');
  // A top-level `var` belongs to the page only in a script of the page, so this names the page itself.
  return output.output[0].code.replace(/^(var|const) phone/, 'globalThis.phone');
}

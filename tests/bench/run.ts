import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServer } from '../support/start-server';
import { type Figure, printTable } from './figure';
import { measurePrecache } from './measure-bytes';
import { measureDesk } from './measure-desk';
import { measureInteractions, measureWire } from './measure-journey';
import { measureLighthouse } from './measure-lighthouse';
import { measureOfflineVisit } from './measure-offline';
import { measureReady } from './measure-ready';
import { measureServer } from './measure-server';
import { measureTaps } from './measure-taps';
import { measureWaiting } from './measure-waiting';

/*
 * `npm run bench [-- --json FILE --only PART --bookings COUNT]` prints the figures of the built product (run
 * `npm run build` first) and never fails for a slow one: a test that measures time would fail on a busy
 * machine. `--only` takes one of the parts below; `--bookings` is how many requests the desk's city has.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    bookings: { type: 'string', default: '20000' },
  },
});

const ofBuiltServer = (measure: (url: string) => Promise<Figure[]>) => async () => {
  const server = await startServer();
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
  }
};

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  bytes: async () => measurePrecache('dist/web'),
  wire: ofBuiltServer(measureWire),
  ready: measureReady,
  offline: ofBuiltServer(async (url) => [await measureOfflineVisit(url)]),
  interactions: ofBuiltServer(measureInteractions),
  taps: ofBuiltServer(measureTaps),
  lighthouse: ofBuiltServer(measureLighthouse),
  server: measureServer,
  waiting: measureWaiting,
  desk: () => measureDesk(Number(options.bookings)),
};

const chosen = Object.entries(parts).filter(([name]) => options.only === undefined || name === options.only);
if (chosen.length === 0) throw new Error(`--only takes one of ${Object.keys(parts).join(', ')}`);
const figures: Figure[] = [];
for (const [, measure] of chosen) figures.push(...(await measure()));
console.log(printTable(figures));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);

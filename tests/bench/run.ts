import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServer } from '../support/start-server';
import { type Figure, printTable } from './figure';
import { measureGrowth } from './growth/measure-growth';
import { measurePrecache } from './measure-bytes';
import { measureDesk } from './measure-desk';
import { measureInteractions, measureWire } from './measure-journey';
import { measureLighthouse } from './measure-lighthouse';
import { measureOfflineVisit } from './measure-offline';
import { measureReady } from './measure-ready';
import { measureServer } from './measure-server';
import { measureStorm } from './measure-storm';
import { measureTaps } from './measure-taps';
import { measureWaiting } from './measure-waiting';
import { measureRival } from './rival/measure-rival';

/*
 * `npm run bench [-- PART --json FILE --bookings COUNT --rows COUNT --engine NAME --phones COUNT]` prints the figures of the built
 * product (run `npm run build` first) and never fails for a slow one: a test that measures time would fail on a busy
 * machine. PART (or `--only PART`) is one of the parts below; `--bookings` is how many requests the desk's city has,
 * `--rows` how many the city of `growth` (`--engine` sqlite or postgres alone), `--phones` how many phones come at
 * once in `storm`. These two and `rival` take minutes and run only when named.
 */
const { values: options, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    bookings: { type: 'string', default: '20000' },
    rows: { type: 'string', default: '200000' },
    phones: { type: 'string', default: '14000' },
    engine: { type: 'string' },
  },
  allowPositionals: true,
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
/** Take minutes, and run only when named. */
const long = {
  growth: () => measureGrowth(Number(options.rows), options.engine),
  storm: () => measureStorm(Number(options.phones)),
  rival: measureRival,
};

const only = options.only ?? positionals[0];
const chosen = Object.entries(only === undefined ? parts : { ...parts, ...long }).filter(
  ([name]) => only === undefined || name === only,
);
if (chosen.length === 0) {
  throw new Error(`Name one of ${Object.keys({ ...parts, ...long }).join(', ')}`);
}
const figures: Figure[] = [];
for (const [, measure] of chosen) figures.push(...(await measure()));
console.log(printTable(figures));
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);

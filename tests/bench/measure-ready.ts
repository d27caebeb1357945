import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../support/start-server';
import { type Figure, medianOf } from './figure';
import { openSlowLink } from './load/slow-link';
import { withPhone } from './open-browser';

const RUNS = 3;
const SLOWER = 4;
const DOWN_BITS = 1_600_000;
const UP_BITS = 750_000;
const ARCHIVE = /\.pack(\.br|\.gz)?$/;
/** How long a phone may take, in seconds, by the milliseconds to the server and back. */
const LIMITS = { 150: 7, 300: 10 } as const;
/** At most this part of the time that the same app takes where it finds no archive. */
const MAX_RATIO = 0.4;

/**
 * Measures a first visit until the app opens without a connection: as built, and in the same run without its
 * archives, so that the worker fetches file by file. The page's processor is slowed down, the worker's is not:
 * browsers cannot do that.
 */
export async function measureReady(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mpp-alone-'));
  await cp('dist/web', join(folder, 'dist/web'), { recursive: true });
  for (const name of await readdir(folder, { recursive: true })) {
    if (ARCHIVE.test(name)) await rm(join(folder, name));
  }
  const figures: Figure[] = [];
  for (const [roundTrip, atMost] of Object.entries(LIMITS)) {
    const times = await timeVisits(Number(roundTrip), process.cwd());
    const alone = await timeVisits(Number(roundTrip), folder);
    figures.push(
      {
        name: `Ready for no connection, ${roundTrip} ms there and back, 1.6 Mbit/s, ${SLOWER}x CPU`,
        value: times / 1000,
        unit: 's',
        target: { atMost },
      },
      { name: '  file by file', value: alone / 1000, unit: 's' },
      { name: '  ratio', value: times / alone, unit: '', target: { atMost: MAX_RATIO } },
    );
  }
  await rm(folder, { recursive: true });
  return figures;
}

/** Returns the middle one of several first visits, in ms. */
async function timeVisits(roundTripMs: number, folder: string): Promise<number> {
  const server = await startServer({}, folder);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await timeVisit(server.url, roundTripMs));
  await server.stop();
  return medianOf(times);
}

async function timeVisit(serverUrl: string, roundTripMs: number): Promise<number> {
  const link = await openSlowLink(serverUrl, {
    roundTripMs,
    downBytesPerSecond: DOWN_BITS / 8,
    upBytesPerSecond: UP_BITS / 8,
  });
  try {
    return await withPhone({}, async (context) => {
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(link.url);
      return page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        while (active !== null && active.state !== 'activated') {
          await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
        }
        return performance.now();
      });
    });
  } finally {
    link.stop();
  }
}

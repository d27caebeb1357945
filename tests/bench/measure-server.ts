import { type Figure, medianOf } from './figure';
import { bundleServers, NO_LIMITS } from './load/bundle-servers';
import { makeRequests } from './load/make-requests';
import { type Load, sendAll } from './load/send-all';
import { canPin, type LoadedProcess, startProcess } from './load/start-process';

const CONNECTIONS = 64;
const ROUNDS = 5;
const REQUESTS_A_ROUND = 1_500;
const WARM_UP = 1_500;
const DONE = '"outcome":"done"';

/**
 * Measures the bookings of a server on one core from 64 connections, against the barest route that stores the
 * same row as durably and in groups. The two take turns, so that a machine that is busy for a while is busy for both; the
 * figures are medians of the rounds.
 */
export async function measureServer(): Promise<Figure[]> {
  const { productMain, bareMain } = await bundleServers();
  const product = await startProcess(productMain, NO_LIMITS);
  const bare = await startProcess(bareMain);
  try {
    await load(product, WARM_UP, 'scheduled');
    await load(bare, WARM_UP, 'scheduled');
    const ofProduct: Load[] = [];
    const ofBare: Load[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ofProduct.push(await load(product, REQUESTS_A_ROUND, 'scheduled'));
      ofBare.push(await load(bare, REQUESTS_A_ROUND, 'scheduled'));
    }
    const ratios = ofProduct.map(({ perSecond }, at) => perSecond / (ofBare[at]?.perSecond ?? Number.NaN));
    const core = canPin ? 'one core' : 'cores not held to one';
    return [
      {
        name: `Submit booking, of a bare route's (${core})`,
        value: medianOf(ratios),
        unit: '',
        target: { atLeast: 0.4 },
      },
      {
        name: 'Submit booking',
        value: medianOf(ofProduct.map((l) => l.perSecond)),
        unit: '/s',
      },
      {
        name: 'Submit booking, p99',
        value: medianOf(ofProduct.map((l) => l.p99Ms)),
        unit: 'ms',
      },
      {
        name: 'Bare route',
        value: medianOf(ofBare.map((l) => l.perSecond)),
        unit: '/s',
      },
      {
        name: 'Bare route, p99',
        value: medianOf(ofBare.map((l) => l.p99Ms)),
        unit: 'ms',
      },
      { name: 'Server memory after it', value: product.memoryMb(), unit: 'MB' },
    ];
  } finally {
    await product.stop();
    await bare.stop();
  }
}

async function load(server: LoadedProcess, count: number, state: string): Promise<Load> {
  const measured = await sendAll(server.url, makeRequests(count), CONNECTIONS, [DONE, `"state":"${state}"`]);
  if (measured.good !== count) throw new Error(`only ${measured.good} of ${count} bookings were ${state}`);
  return measured;
}

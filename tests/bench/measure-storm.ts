import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { metro } from '../../src/city/metro/metro';
import { CONTRACT_VERSION } from '../../src/contract/version';
import { findPostgres } from '../support/find-postgres';
import { startPostgres } from '../support/start-postgres';
import { type Figure, medianOf } from './figure';
import { bundleServers } from './load/bundle-servers';
import { makeSubmission } from './load/make-requests';
import { playStorm, type Storm, type StormPlan } from './load/play-storm';
import { type LoadedProcess, startProcess } from './load/start-process';

const SPANS_S = [60, 5];
const CARRIER_ADDRESSES = 20;
/** The load sender stands where the proxy does. */
const BEHIND_PROXY = { TRUST_PROXY: '1' };

/**
 * Plays a city that hears of the service at once: phones that never booked, each with six requests of the API,
 * under the limits as they are by default. Each case has a new database. PostgreSQL runs as in the tests,
 * without syncing its commits.
 */
export async function measureStorm(phones: number): Promise<Figure[]> {
  const { productMain } = await bundleServers();
  const figures: Figure[] = [];
  for (const [engine, withServers] of [
    ['SQLite', withSqlite],
    ['PostgreSQL, 2 processes', withPostgres],
  ] as const) {
    for (const seconds of SPANS_S) {
      for (const addresses of [phones, CARRIER_ADDRESSES]) {
        const name = `${engine}: ${phones} phones in ${seconds} s, ${addresses} addresses`;
        const plan = { phones, addresses, spanMs: seconds * 1_000, scriptOf };
        const storm = await withServers(productMain, (urls) => playStorm({ ...plan, urls }));
        figures.push(...figuresOf(name, storm));
      }
    }
  }
  return figures;
}

function figuresOf(name: string, storm: Storm): Figure[] {
  const sorted = [...storm.waitsMs].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  return [
    { name: `${name}: told to wait`, value: storm.refused, unit: 'phones' },
    { name: '  no answer within 10 s', value: storm.unanswered, unit: 'phones' },
    { name: '  never served', value: storm.neverServed, unit: 'phones', target: { atMost: 0 } },
    { name: '  served after, median', value: medianOf(sorted) / 1_000, unit: 's' },
    { name: '  served after, p95', value: p95 / 1_000, unit: 's' },
    { name: '  returns in the worst second', value: storm.worstSecond, unit: 'requests' },
    { name: '  requests served', value: storm.servedPerSecond, unit: '/s' },
  ];
}

/** Opens the app, looks at the windows twice, books, and asks twice what became of it. */
function scriptOf(phone: number): ReturnType<StormPlan['scriptOf']> {
  const area = metro.areas[phone % metro.areas.length]?.code ?? '';
  const windows = { method: 'GET', path: `/api/availability?area=${area}&minutes=30` } as const;
  const sync = (commands: readonly object[]) => {
    const body = JSON.stringify({ version: CONTRACT_VERSION, cursor: null, commands });
    return { method: 'POST', path: '/api/sync', body } as const;
  };
  const city = { method: 'GET', path: '/api/city' } as const;
  const requests = [city, windows, windows, sync([makeSubmission(phone)]), sync([]), sync([])];
  return { secret: randomBytes(16).toString('base64url'), requests };
}

type Play<T> = (urls: readonly string[]) => Promise<T>;

async function withSqlite<T>(main: string, play: Play<T>): Promise<T> {
  const server = await startProcess(main, BEHIND_PROXY);
  try {
    return await play([server.url]);
  } finally {
    await server.stop();
  }
}

async function withPostgres<T>(main: string, play: Play<T>): Promise<T> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error('the storm needs PostgreSQL: set PG_BIN to its programs');
  const folder = await mkdtemp(join(tmpdir(), 'mpp-storm-'));
  const postgres = await startPostgres(bin);
  const servers: LoadedProcess[] = [];
  try {
    const environment = {
      ...BEHIND_PROXY,
      DATABASE_URL: await postgres.createDatabase(),
      KEYS_FILE: join(folder, 'keys.json'),
    };
    // One after the other: the first makes the tables and the keys.
    for (const core of [0, 1]) servers.push(await startProcess(main, environment, { core }));
    return await play(servers.map(({ url }) => url));
  } finally {
    for (const server of servers) await server.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

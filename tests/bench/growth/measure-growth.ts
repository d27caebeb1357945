import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { metro } from '../../../src/city/metro/metro';
import { buildApp } from '../../../src/server/app';
import { poolOf } from '../../../src/server/db/engine/bound-pool';
import type { Engine, ServerContext } from '../../../src/server/db/engine/context';
import { openCityDatabase } from '../../../src/server/start/open-city-database';
import { systemContext } from '../../../src/server/start/system-context';
import { findPostgres } from '../../support/find-postgres';
import { signInAs } from '../../support/staff';
import type { Figure } from '../figure';
import { type FilledCity, filledCity } from './filled-city';
import { growthJobs } from './growth-jobs';
import { growthPages, type Page } from './growth-pages';
import { longWork } from './long-work';
import { mentionMost } from './mention-most';
import { type Cost, noteCost } from './note-cost';
import { startWaitNoter } from './note-waits';
import { postgresCpu } from './postgres-cpu';

const ASKED = 5;
const BUSY = 503;
const AFTER_STOP_MS = 300;
const PAGE_CPU_MS = 20;
const WAIT_MS = 50;
const START_MS = 5_000;
const WARM_MS = 3_000;
const NO_LIMITS = { syncsPerDevice: 1_000_000, movesPerAddress: 1_000_000, requestsPerAddress: 1_000_000 };

type App = Awaited<ReturnType<typeof buildApp>>;
type Note = (name: string, value: number, unit: string, atMost?: number) => void;

/**
 * Measures a city with `rows` bookings on each database: the update to the newest schema, the start, every job, every page
 * of desk, crew and admin, and what a phone sends. Of a page the CPU (the database's too); of all, how long a small
 * request waited for an answer at most meanwhile.
 */
export async function measureGrowth(rows: number, only?: string): Promise<Figure[]> {
  const engines: readonly Engine[] = findPostgres() === undefined ? ['sqlite'] : ['sqlite', 'postgres'];
  const figures: Figure[] = [];
  for (const engine of engines.filter((each) => only === undefined || each === only)) {
    const city = await filledCity(engine, rows);
    try {
      await measureCity(city, (name, value, unit, atMost) => {
        console.error(`  ${engine}: ${name}: ${value.toFixed(1)} ${unit}`);
        const target = atMost === undefined ? {} : { target: { atMost } };
        figures.push({ name: `${engine}: ${name}`, value, unit, ...target });
      });
    } finally {
      await city.remove();
    }
  }
  return figures;
}

async function measureCity(city: FilledCity, note: Note): Promise<void> {
  const { dataDir, where } = city;
  const postgresUrl = 'postgresUrl' in where ? where.postgresUrl : undefined;
  const databaseCpu = postgresUrl === undefined ? undefined : await postgresCpu(postgresUrl);
  const open = () => openCityDatabase({ dataDir, postgresUrl, isNewDatabase: false }, metro);
  const update = await noteCost(async () => (await open()).database.close());
  note('start with the update from version 17', update.tookMs, 'ms');
  let opened: Awaited<ReturnType<typeof open>> | undefined;
  const start = await noteCost(async () => {
    opened = await open();
  });
  note('start', start.tookMs, 'ms', START_MS);
  if (opened === undefined) return;
  const { database, keys } = opened;
  try {
    const context = systemContext(database, metro, keys, pino({ level: 'silent' }));
    const app = await buildApp({ context, rateLimits: NO_LIMITS });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    await (poolOf(database.db)?.unbound(() => mentionMost(context)) ?? mentionMost(context));
    await measureWaits(city, context, app, url, note);
    const cost = (work: () => Promise<unknown>) => noteCost(work, databaseCpu);
    for (const page of await pagesOf(context)) {
      const { cpuMs } = await pageCost(app, page, cost);
      note(`${page.name}: CPU`, cpuMs, 'ms', PAGE_CPU_MS);
    }
    await app.close();
  } finally {
    await database.close();
  }
}

/** In the order of a city's day: the jobs of the start, what people do, and the jobs again. */
async function measureWaits(
  city: FilledCity,
  context: ServerContext,
  app: App,
  url: string,
  note: Note,
): Promise<void> {
  const waits = await startWaitNoter(url);
  const during = async (name: string, work: () => Promise<unknown>) => {
    const began = performance.now();
    const { healthMs, phoneMs, refused } = await waits.during(work);
    note(`${name}: took`, performance.now() - began, 'ms');
    note(`${name}: longest wait for /api/health`, healthMs, 'ms', WAIT_MS);
    note(`${name}: longest wait for a booking`, phoneMs, 'ms', WAIT_MS);
    if (refused > 0) note(`${name}: small requests refused`, refused, '', 0);
  };
  try {
    // What a process does for the first time takes longer.
    await during('Warming up', () => sleep(WARM_MS));
    await during('Nothing', () => sleep(WARM_MS));
    for (const { name, run } of growthJobs(context, 'first')) await during(name, run);
    for (const { name, run } of await longWork(city, context, app, url)) await during(name, run);
    for (const { name, run } of growthJobs(context, 'again')) await during(name, run);
    for (const page of await pagesOf(context)) await during(page.name, () => ask(app, page));
  } finally {
    waits.stop();
  }
}

async function pagesOf(context: ServerContext): Promise<readonly Page[]> {
  return growthPages(context, {
    coordinator: await signInAs(context, 'coordinator'),
    kelurahan: await signInAs(context, 'kelurahan', { areas: [metro.areas[0]?.code ?? ''] }),
    crew: await signInAs(context, 'crew', { unit: metro.settings.units[0]?.id ?? '' }),
    admin: await signInAs(context, 'admin'),
  });
}

/** Returns whether the server had time to answer: it turns requests away for a second after it stood still. */
async function ask(app: App, page: Page): Promise<boolean> {
  const answer = await app.inject(page.request());
  if (answer.statusCode === BUSY) return false;
  if (answer.statusCode !== 200) throw new Error(`${page.name}: ${answer.statusCode} ${answer.body}`);
  return true;
}

/** The middle one of some. */
async function pageCost(
  app: App,
  page: Page,
  cost: (work: () => Promise<unknown>) => Promise<Cost>,
): Promise<Cost> {
  const costs: Cost[] = [];
  let isAnswered = await ask(app, page);
  while (costs.length < ASKED) {
    const each = await cost(async () => {
      isAnswered = await ask(app, page);
    });
    if (isAnswered) costs.push(each);
    else await sleep(AFTER_STOP_MS);
  }
  const middle = costs.sort((a, b) => a.cpuMs - b.cpuMs)[Math.floor(ASKED / 2)];
  if (middle === undefined) throw new Error('nothing was asked');
  return middle;
}

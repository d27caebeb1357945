import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { metro } from '../../../src/city/metro/metro';
import { buildApp } from '../../../src/server/app';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';
import { loadKeys } from '../../../src/server/start/keys-file';
import { systemContext } from '../../../src/server/start/system-context';
import { type Filled, fillGrowth } from '../../support/growth/fill-growth';
import { FILLED_VERSION } from '../../support/growth/grow-city';
import { writeSqlite } from '../../support/growth/insert-rows';
import { signInAs } from '../../support/staff';
import type { Figure } from '../figure';
import { growthJobs } from './growth-jobs';
import { growthPages } from './growth-pages';
import { type Cost, noteCost } from './note-cost';

const ASKED = 5;
const BUSY = 503;
const AFTER_STOP_MS = 300;
const PAGE_CPU_MS = 20;
const STOP_MS = 50;

/**
 * Measures a city with `rows` bookings: the update to the newest schema, every page of desk, crew and admin, what a phone
 * sends, and every job. Of each: the CPU it takes, and the longest stretch in which nobody else was answered.
 * `GROWTH_FOLDER` keeps the filled city for the next run.
 */
export async function measureGrowth(rows: number): Promise<Figure[]> {
  const kept = process.env.GROWTH_FOLDER;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'mpp-growth-'));
  mkdirSync(folder, { recursive: true });
  const sqliteFile = join(folder, 'mpp-mobile.sqlite');
  const isFilled = existsSync(sqliteFile);
  const database = await openDatabase({ sqliteFile });
  const keys = loadKeys(join(folder, 'keys.json'), isFilled);
  const context = systemContext(database, metro, keys, pino({ level: 'silent' }));
  const figures: Figure[] = [];
  try {
    let filled: Filled | undefined;
    if (!isFilled) {
      await migrate(database.db, database.engine, FILLED_VERSION);
      const began = performance.now();
      filled = await fillGrowth(context, rows, writeSqlite(sqliteFile));
      console.error(
        `  filled in ${Math.round((performance.now() - began) / 1000)} s: ${JSON.stringify(filled)}`,
      );
    }
    const upgrade = await noteCost(() => migrate(database.db, database.engine));
    figures.push({
      name: `Update to the newest schema, of ${rows} bookings`,
      value: upgrade.tookMs,
      unit: 'ms',
    });
    const app = await buildApp({ context, rateLimits: NO_LIMITS });
    const add = (name: string, cost: Cost, isPage: boolean) => {
      console.error(`  ${name}: ${cost.cpuMs.toFixed(1)} ms CPU, stop ${cost.stopMs.toFixed(1)} ms`);
      figures.push(
        {
          name: `${name}: CPU`,
          value: cost.cpuMs,
          unit: 'ms',
          ...(isPage ? { target: { atMost: PAGE_CPU_MS } } : {}),
        },
        { name: `${name}: longest stop`, value: cost.stopMs, unit: 'ms', target: { atMost: STOP_MS } },
      );
    };
    for (const { name, run } of await growthJobs(context)) add(`Job ${name}`, await noteCost(run), false);
    const signIn = {
      coordinator: await signInAs(context, 'coordinator'),
      kelurahan: await signInAs(context, 'kelurahan', { areas: [metro.areas[0]?.code ?? ''] }),
      crew: await signInAs(context, 'crew', { unit: metro.settings.units[0]?.id ?? '' }),
      admin: await signInAs(context, 'admin'),
    };
    for (const page of await growthPages(context, signIn)) {
      let isBusy = false;
      const ask = async () => {
        const answer = await app.inject(page.request());
        isBusy = answer.statusCode === BUSY;
        if (isBusy) return;
        if (answer.statusCode !== 200) throw new Error(`${page.name}: ${answer.statusCode} ${answer.body}`);
      };
      await ask();
      const costs = [];
      for (let asked = 0; asked < ASKED; ) {
        const cost = await noteCost(ask);
        // The server turns requests away for a second after it stood still: that answer is not the page's.
        if (isBusy) await sleep(AFTER_STOP_MS);
        else asked = costs.push(cost);
      }
      const middle = costs.sort((a, b) => a.cpuMs - b.cpuMs)[Math.floor(ASKED / 2)];
      if (middle !== undefined) add(page.name, middle, true);
    }
    await app.close();
  } finally {
    await database.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
  return figures;
}

const NO_LIMITS = { syncsPerDevice: 1_000_000, movesPerAddress: 1_000_000, requestsPerAddress: 1_000_000 };

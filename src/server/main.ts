import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pino, { type Logger } from 'pino';
import { metro } from '../city/metro/metro';
import { checkCity } from '../domain/city/check-city';
import { buildApp } from './app';
import { isDatabaseAway } from './db/engine/database-away';
import { practiceCity } from './practice/practice-city';
import { addressLines } from './start/address-lines';
import { scheduleBackups } from './start/backup/schedule-backups';
import { openCityDatabase } from './start/open-city-database';
import { ownChoices } from './start/own-choices';
import { makeOwnerOnly } from './start/owner-only';
import { keysPath } from './start/places';
import { readSettings, type Settings } from './start/read-settings';
import { signInLines } from './start/sign-in-lines';
import { startJobs } from './start/start-jobs';
import { startTrouble } from './start/start-trouble';
import { stopOnSignal } from './start/stop-on-signal';
import { systemContext } from './start/system-context';
import { watchDisk } from './start/watch-disk';

/** Relative to the folder in which the server is started; `npm start` starts it in the project's folder. */
const WEB_ROOT = resolve('dist/web');

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const faults = checkCity(metro);
  if (faults.length > 0) throw new Error(`The data of ${metro.name} have faults:\n${faults.join('\n')}`);
  // Only the owner may read what is created below, including SQLite's own files.
  process.umask(0o077);
  mkdirSync(settings.dataDir, { recursive: true });
  chmodSync(settings.dataDir, 0o700);
  const { postgresUrl } = settings;
  // Logs go to standard error, so that standard output has only the few lines for people.
  const logger = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  for (const folder of [settings.dataDir, settings.backupDir]) tellOpened(folder, logger);
  const { database, keys } = await openCityDatabase(settings, metro, (words) => console.log(words));
  const context = systemContext(database, metro, keys, logger);
  const frame = {
    logger,
    isBehindTls: settings.isBehindTls,
    hasTlsSubdomains: settings.hasTlsSubdomains,
    trustProxy: settings.trustProxy,
    rateLimits: settings.rateLimits,
    ...(existsSync(join(WEB_ROOT, 'index.html')) ? { webRoot: WEB_ROOT } : {}),
  };
  const practice = await practiceCity({
    ...frame,
    folder: join(settings.dataDir, 'latihan'),
    city: metro,
    ownChoices: () => ownChoices(context),
    host: settings.host,
    port: settings.practicePort,
    origin: settings.practiceUrl,
    clock: Date.now,
  });
  const app = await buildApp({
    ...frame,
    context,
    practice: practice.control,
    // This process cannot see PostgreSQL's disk.
    ...(postgresUrl === undefined ? { disk: watchDisk(settings.dataDir, settings.lowDiskBytes) } : {}),
  });
  const stopJobs = startJobs(context, logger);
  const stopBackups = scheduleBackups(settings, metro, logger, Date.now);
  stopOnSignal(async () => {
    await practice.close();
    await stopJobs();
    await stopBackups();
    await app.close();
    await database.close();
  });
  await app.listen({ port: settings.port, host: settings.host });
  console.log(`MPP Mobile, ${metro.name}: http://${settings.host}:${settings.port}`);
  for (const line of addressLines(settings)) console.log(line);
  for (const line of await signInLines(context, settings).catch(noSignInLines)) console.log(line);
  console.log(`Data: ${postgresUrl === undefined ? settings.dataDir : 'PostgreSQL'}`);
  console.log(`Keys: ${keysLine(settings)}`);
}

/** Who copies a folder that holds both database and keys can read everything. */
function keysLine(settings: Settings): string {
  const path = keysPath(settings);
  const isApart = settings.postgresUrl !== undefined || settings.keysFile !== undefined;
  return isApart ? path : `${path}, beside the database. KEYS_FILE keeps them apart from it`;
}

function tellOpened(folder: string, logger: Logger): void {
  const { closed, open } = makeOwnerOnly(folder);
  if (closed.length > 0) logger.warn({ files: closed }, 'others could read these files, and can no longer');
  if (open.length > 0) logger.error({ files: open }, 'others can read these files of another user');
}

/** The server listens already, so a database that goes away at this moment must not end it. */
function noSignInLines(error: unknown): string[] {
  if (!isDatabaseAway(error)) throw error;
  return ['The database did not answer, so there is no link to sign in. Start again for one.'];
}

try {
  await start();
} catch (error) {
  console.error(`The server cannot start. ${startTrouble(error)}`);
  process.exit(1);
}

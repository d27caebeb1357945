import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import pino from 'pino';
import { metro } from '../../../src/city/metro/metro';
import { buildApp } from '../../../src/server/app';
import { loadCity } from '../../../src/server/db/city/load-city';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';
import { loadKeys } from '../../../src/server/start/keys-file';
import { databasePlace, keysPath } from '../../../src/server/start/places';
import { readSettings } from '../../../src/server/start/read-settings';
import { systemContext } from '../../../src/server/start/system-context';
import { roomyCity } from './roomy-city';

/*
 * The product as main.ts starts it (log, keys, headers, limits and all), for a city whose windows never fill;
 * with CITY=metro for the real one, where after some hundred bookings all others join the waiting list.
 */
const city = process.env.CITY === 'metro' ? metro : roomyCity;
const settings = readSettings(process.env);
mkdirSync(settings.dataDir, { recursive: true });
const database = await openDatabase(databasePlace(settings));
await migrate(database.db, database.engine);
await loadCity(database.db, city, Date.now());
const keys = loadKeys(keysPath(settings), false);
const logger = pino({ level: settings.logLevel, base: null }, pino.destination(2));
const app = await buildApp({
  context: systemContext(database, city, keys, logger),
  logger,
  rateLimits: settings.rateLimits,
  trustProxy: settings.trustProxy,
  webRoot: resolve('dist/web'),
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));

import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pino from 'pino';
import { buildApp } from '../../../src/server/app';
import { loadCity } from '../../../src/server/db/city/load-city';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';
import { loadKeys } from '../../../src/server/start/keys-file';
import { readSettings } from '../../../src/server/start/read-settings';
import { systemContext } from '../../../src/server/start/system-context';
import { signInAs } from '../../support/staff';
import { fillDesk } from './fill-desk';
import { roomyCity } from './roomy-city';

/*
 * The product with a desk that has seen BOOKINGS requests. It prints one line of JSON (`DeskStart`): its
 * address, and the cookies with which the desk and a crew are signed in.
 */
export type DeskStart = {
  readonly url: string;
  readonly deskCookie: string;
  readonly crewCookie: string;
  /** The day of the 300 visits. */
  readonly day: string;
};

const settings = readSettings(process.env);
mkdirSync(settings.dataDir, { recursive: true });
const database = await openDatabase({ sqliteFile: join(settings.dataDir, 'mpp-mobile.sqlite') });
await migrate(database.db, database.engine);
await loadCity(database.db, roomyCity, Date.now());
const logger = pino({ level: settings.logLevel, base: null }, pino.destination(2));
const keys = loadKeys(join(settings.dataDir, 'keys.json'), false);
const context = systemContext(database, roomyCity, keys, logger);
const { day, unit } = await fillDesk(context, Number(process.env.BOOKINGS));
const desk = await signInAs(context, 'coordinator');
const crew = await signInAs(context, 'crew', { unit });
const app = await buildApp({
  context,
  logger,
  rateLimits: settings.rateLimits,
  webRoot: resolve('dist/web'),
});
const url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost');
const start: DeskStart = { url, deskCookie: desk.headers.cookie, crewCookie: crew.headers.cookie, day };
console.log(JSON.stringify(start));

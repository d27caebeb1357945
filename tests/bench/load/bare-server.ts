import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import fastify from 'fastify';
import { metro } from '../../../src/city/metro/metro';
import type { SubmitBooking } from '../../../src/contract/commands';
import { loadCity } from '../../../src/server/db/city/load-city';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';

/*
 * The server that the product is compared with: Fastify without a plugin, hook or schema, and one prepared
 * statement that stores the booking's row in the product's own table (with its keys and indexes), one synced
 * commit each.
 */
const dataDir = resolve(process.env.DATA_DIR ?? 'data');
mkdirSync(dataDir, { recursive: true });
const sqliteFile = join(dataDir, 'bare.sqlite');
const made = await openDatabase({ sqliteFile });
await migrate(made.db, made.engine);
await loadCity(made.db, metro, Date.now());
await made.close();

const database = new Sqlite(sqliteFile);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('foreign_keys = ON');
const insert = database.prepare(`INSERT INTO bookings (city, id, number, state, revision, change_number,
  submitted_change, submitted_at, changed_at, minutes, equipment_json, area, services_json, preferences_json,
  request, follow_hash) VALUES (?, ?, ?, 'scheduled', 1, ?, ?, ?, ?, 30, '[]', ?, ?, ?, ?, ?)`);

let change = 0;
const app = fastify();
app.post<{ Body: { commands: SubmitBooking[] } }>('/api/sync', async (request) => {
  const results = request.body.commands.map(({ id, bookingId, followHash, request: booking }) => {
    const now = Date.now();
    change += 1;
    insert.run(
      metro.code,
      bookingId,
      String(randomBytes(6).readUIntBE(0, 6)),
      change,
      change,
      now,
      now,
      booking.place.area,
      JSON.stringify(booking.services),
      JSON.stringify(booking.preferences),
      Buffer.from(JSON.stringify(booking)),
      followHash,
    );
    return { id, outcome: 'done', state: 'scheduled' };
  });
  return { results };
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));

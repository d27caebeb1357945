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
 * statement that stores the booking's row in the product's own table (with its keys and indexes). Requests of
 * one turn of the event loop share a synced commit, as the product's do.
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
function store({ bookingId, followHash, request: booking }: SubmitBooking): void {
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
}

/** As many as the product commits at once. */
const MAX_GROUP = 64;
type Waiting = { readonly commands: readonly SubmitBooking[]; readonly stored: () => void };
const waiting: Waiting[] = [];
const storeAll = database.transaction((group: readonly Waiting[]) => {
  for (const { commands } of group) for (const command of commands) store(command);
});

function commit(): void {
  while (waiting.length > 0) {
    const group = waiting.splice(0, MAX_GROUP);
    storeAll(group);
    for (const { stored } of group) stored();
  }
}

const app = fastify();
app.post<{ Body: { commands: SubmitBooking[] } }>('/api/sync', async (request) => {
  const { commands } = request.body;
  await new Promise<void>((stored) => {
    if (waiting.length === 0) setImmediate(commit);
    waiting.push({ commands, stored });
  });
  return { results: commands.map(({ id }) => ({ id, outcome: 'done', state: 'scheduled' })) };
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { metro } from '../../../src/city/metro/metro';
import type { Engine } from '../../../src/server/db/engine/context';
import { migrate } from '../../../src/server/db/engine/migrate';
import { openDatabase } from '../../../src/server/db/engine/open-database';
import { loadKeys } from '../../../src/server/start/keys-file';
import { systemContext } from '../../../src/server/start/system-context';
import { findPostgres } from '../../support/find-postgres';
import { fillGrowth } from '../../support/growth/fill-growth';
import { FILLED_VERSION, writerOf } from '../../support/growth/grow-city';
import { startPostgres } from '../../support/start-postgres';

export type FilledCity = {
  /** A data folder as the server has it, with keys.json. */
  readonly dataDir: string;
  readonly where: Parameters<typeof openDatabase>[0];
  readonly remove: () => Promise<void>;
};

/** A city's PostgreSQL is given more memory than Debian gives it. */
const POSTGRES_SETTINGS = [
  'shared_buffers=1GB',
  'maintenance_work_mem=512MB',
  'max_wal_size=8GB',
  'max_connections=60',
];

/**
 * Makes a city of `rows` bookings as an older program left it (version {@link FILLED_VERSION}). `GROWTH_FOLDER` keeps it
 * for the next run, and `GROWTH_POSTGRES`, the URL of a database of a superuser, does so on PostgreSQL: each run works on
 * a copy.
 */
export async function filledCity(engine: Engine, rows: number): Promise<FilledCity> {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-growth-'));
  const kept = join(process.env.GROWTH_FOLDER ?? join(folder, 'kept'), `${engine}-${rows}`);
  mkdirSync(kept, { recursive: true });
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const place = engine === 'sqlite' ? sqlitePlace(kept, dataDir) : await postgresPlace(rows);
  if (!(await place.isFilled())) {
    const began = performance.now();
    const filled = await fill(place.original, join(kept, 'keys.json'), rows);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.error(`  filled in ${seconds} s: ${JSON.stringify(filled)}`);
  }
  copyFileSync(join(kept, 'keys.json'), join(dataDir, 'keys.json'));
  return {
    dataDir,
    where: await place.copy(),
    remove: async () => {
      await place.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function fill(where: FilledCity['where'], keysFile: string, rows: number) {
  const database = await openDatabase(where);
  try {
    await migrate(database.db, database.engine, FILLED_VERSION);
    const keys = loadKeys(keysFile, false);
    const context = systemContext(database, metro, keys, pino({ level: 'silent' }));
    return await fillGrowth(context, rows, () => writerOf(where));
  } finally {
    await database.close();
  }
}

function sqlitePlace(kept: string, dataDir: string) {
  const original = join(kept, 'filled.sqlite');
  const sqliteFile = join(dataDir, 'mpp-mobile.sqlite');
  return {
    original: { sqliteFile: original },
    isFilled: async () => existsSync(original),
    copy: async () => {
      copyFileSync(original, sqliteFile);
      return { sqliteFile };
    },
    end: async () => undefined,
  };
}

async function postgresPlace(rows: number) {
  const bin = findPostgres();
  const kept = process.env.GROWTH_POSTGRES;
  if (bin === undefined) throw new Error('No PostgreSQL');
  const own = kept === undefined ? await startPostgres(bin, POSTGRES_SETTINGS) : undefined;
  const server = kept ?? (await own?.createDatabase()) ?? '';
  const urlOf = (name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const name = `growth_${rows}`;
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    original: { postgresUrl: urlOf(name) },
    isFilled: async () => {
      const found = await ask(`SELECT 1 FROM pg_database WHERE datname = '${name}'`);
      if (found.rows.length === 0) await ask(`CREATE DATABASE ${name}`);
      return found.rows.length > 0;
    },
    copy: async () => {
      await ask(`DROP DATABASE IF EXISTS ${name}_copy WITH (FORCE)`);
      await ask(`CREATE DATABASE ${name}_copy TEMPLATE ${name} STRATEGY FILE_COPY`);
      return { postgresUrl: urlOf(`${name}_copy`) };
    },
    end: async () => {
      await ask(`DROP DATABASE IF EXISTS ${name}_copy WITH (FORCE)`);
      await own?.stop();
    },
  };
}

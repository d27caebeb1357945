import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import type { CopyMaker } from './copies';

const MAX_SAID = 2_000;
/** A database that nobody connects to but to make or rename others. */
const MAINTENANCE = 'postgres';

/** By PostgreSQL's own programs, `pg_dump` and `pg_restore`. `now` is part of the names of databases that are made. */
export function postgresCopies(postgresUrl: string, now: string): CopyMaker {
  const url = new URL(postgresUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  const aside = `${name}_aside_${now}`.toLowerCase();
  const named = (database: string) => {
    const other = new URL(url);
    other.pathname = `/${encodeURIComponent(database)}`;
    return other.href;
  };
  const inMaintenance = (...statements: readonly string[]) => ask(named(MAINTENANCE), statements);
  return {
    read: async () => dump(postgresUrl),
    openAside: async (file) => {
      await inMaintenance(`CREATE DATABASE ${quoted(aside)} TEMPLATE template0`).catch(explainRights);
      const remove = () => inMaintenance(`DROP DATABASE IF EXISTS ${quoted(aside)}`);
      try {
        await restoreInto(named(aside), file);
      } catch (error) {
        await remove();
        throw error;
      }
      return {
        place: { postgresUrl: named(aside) },
        remove,
        takePlace: async () => {
          const earlier = `${name}_before_${now}`.toLowerCase();
          await inMaintenance(
            'BEGIN',
            `ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(earlier)}`,
            `ALTER DATABASE ${quoted(aside)} RENAME TO ${quoted(name)}`,
            'COMMIT',
          ).catch(explainRights);
          return `database ${earlier}`;
        },
      };
    },
    refuseInUse: async () => {
      const client = await connect(named(MAINTENANCE));
      try {
        const { rows } = await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [
          name,
        ]);
        if (rows.length > 0)
          throw new Error(`Somebody is connected to ${name}. Stop each server, then restore`);
      } finally {
        await client.end();
      }
    },
  };
}

/** Streams an archive of one moment; fails where the program does. */
async function dump(postgresUrl: string): Promise<Readable> {
  const out = new PassThrough();
  const child = start('pg_dump', postgresUrl, ['--format=custom', '--no-owner', '--no-acl']);
  child.stdout?.pipe(out, { end: false });
  const stdout = child.stdout;
  void Promise.all([ended('pg_dump', child), stdout === null ? undefined : finished(stdout)]).then(
    () => out.end(),
    (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return out;
}

async function restoreInto(postgresUrl: string, file: string): Promise<void> {
  const options = ['--no-owner', '--no-acl', '--exit-on-error', '--single-transaction', file];
  await ended('pg_restore', start('pg_restore', postgresUrl, options));
}

type Program = ReturnType<typeof spawn>;

/** The password goes by the environment: everybody on the machine may read what a program is called with. */
function start(program: string, postgresUrl: string, options: readonly string[]): Program {
  const url = new URL(postgresUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return spawn(program, [`--dbname=${url.href}`, ...options], {
    env: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(program: string, child: Program): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(0, MAX_SAID);
  });
  const [code] = await once(child, 'close').catch(() => {
    throw new Error(`${program} is not installed: it comes with PostgreSQL's client programs`);
  });
  if (code !== 0) throw new Error(`${program} failed: ${said.trim()}`);
}

async function connect(postgresUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  return client;
}

async function ask(postgresUrl: string, statements: readonly string[]): Promise<void> {
  const client = await connect(postgresUrl);
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function explainRights(error: unknown): never {
  const isRefused = error instanceof pg.DatabaseError && error.code === '42501';
  if (!isRefused) throw error;
  throw new Error(
    'A copy is opened in a database of its own. Give this account the right: ALTER ROLE ... CREATEDB',
    {
      cause: error,
    },
  );
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

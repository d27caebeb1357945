import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const START_TRIES = 600;
const POLL_MS = 50;

/**
 * Speed instead of durability: no data outlives its test, and a power cut does not matter. Many test files
 * share the connections.
 */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'shared_buffers=64MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=64MB',
  'min_wal_size=32MB',
  'autovacuum=off',
  'max_connections=500',
];

/**
 * Runs until its input closes, which happens however the parent process ends; then it removes everything. It
 * signals PostgreSQL repeatedly, because PostgreSQL ignores signals while it starts.
 */
const RUN_UNTIL_INPUT_ENDS = `
  "$BIN/initdb" -D data -U postgres -A trust -E UTF8 --no-sync --locale=C
  "$BIN/postgres" -D data -k "$FOLDER" -h "" "$@" &
  cat
  while kill -QUIT $!; do sleep 0.1; done
  cd / && rm -rf "$FOLDER"
`;

export type RunningPostgres = {
  /** Makes a database and returns its URL: an empty one, or a copy of the one with the given URL. */
  readonly createDatabase: (templateUrl?: string) => Promise<string>;
  readonly dropDatabase: (url: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a separate PostgreSQL from the programs in `bin`, on a socket in a temporary folder, with no port. `more` are
 * settings that come after the usual ones, such as `shared_buffers=1GB`.
 */
export async function startPostgres(bin: string, more: readonly string[] = []): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-pg-'));
  const settings = [...SETTINGS, ...more].flatMap((setting) => ['-c', setting]);
  const server = spawn('sh', ['-c', RUN_UNTIL_INPUT_ENDS, 'sh', ...settings], {
    ...identityOf(folder),
    cwd: folder,
    env: { ...process.env, BIN: bin, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
    // Detached, so that Ctrl+C does not reach the script and end it before it has cleaned up.
    detached: true,
  });
  const urlOf = (database: string) => `postgresql://postgres@localhost/${database}?host=${folder}`;
  await waitUntilReady(urlOf('postgres'), server);
  let made = 0;
  return {
    createDatabase: async (templateUrl) => {
      made += 1;
      const name = `test_${made}`;
      const template = templateUrl === undefined ? 'template1' : nameOf(templateUrl);
      await run(urlOf('postgres'), `CREATE DATABASE ${name} TEMPLATE ${template}`);
      return urlOf(name);
    },
    dropDatabase: (url) => run(urlOf('postgres'), `DROP DATABASE ${nameOf(url)} WITH (FORCE)`),
    stop: async () => {
      server.stdin.end();
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** PostgreSQL refuses to run as root, so root runs it as the user of PostgreSQL's own package. */
function identityOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const uid = idOf('-u');
  const gid = idOf('-g');
  chownSync(folder, uid, gid);
  return { uid, gid };
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < START_TRIES && server.exitCode === null; tries += 1) {
    try {
      await run(url, 'SELECT 1');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
  server.stdin?.end();
  throw new Error('PostgreSQL did not start');
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const START_TRIES = 200;
const POLL_MS = 50;

export type RunningPostgres = {
  /** Makes an empty database and gives its URL. */
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Starts a PostgreSQL of its own from the programs in `bin`: on a socket in a temporary folder, with no port. */
export async function startPostgres(bin: string): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'mpp-pg-'));
  const identity = identityOf(folder);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'];
  execFileSync(join(bin, 'initdb'), initdb, { ...identity, stdio: 'ignore', cwd: folder });
  const speed = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'shared_buffers=32MB'];
  const options = ['-D', data, '-k', folder, '-h', '', ...speed.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), options, { ...identity, stdio: 'ignore', cwd: folder });
  const killed = () => void server.kill('SIGQUIT');
  process.once('exit', killed);
  const urlOf = (database: string) => `postgresql://postgres@localhost/${database}?host=${folder}`;
  await waitUntilReady(urlOf('postgres'), server);
  let made = 0;
  return {
    createDatabase: async () => {
      made += 1;
      await run(urlOf('postgres'), `CREATE DATABASE test_${made}`);
      return urlOf(`test_${made}`);
    },
    stop: async () => {
      process.off('exit', killed);
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: its package's own user then runs it. */
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
  server.kill('SIGQUIT');
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

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const START_TRIES = 600;
const POLL_MS = 50;

/** A killed program loses nothing that the kernel has: `fsync` would only slow each start. Commits are waited for. */
const SETTINGS = ['fsync=off', 'shared_buffers=16MB', 'max_connections=60', 'autovacuum=off'];

/** Ends PostgreSQL once its input closes, which happens however the test ends. */
const RUN = `
  "$BIN/postgres" -D data -k "$FOLDER" -h "" "$@" 2>/dev/null &
  echo $!
  cat > /dev/null
  kill -QUIT $! 2>/dev/null
  wait
`;

/** A PostgreSQL of one test, which the test may kill, start again and hold. */
export class OwnPostgres {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mpp-pg-faults-'));
  readonly #identity = identityOf(this.#folder);
  readonly #bin: string;
  #shell: ChildProcess | undefined;
  #postmaster = 0;

  constructor(bin: string) {
    this.#bin = bin;
    const made = ['-D', 'data', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'];
    execFileSync(join(bin, 'initdb'), made, { ...this.#identity, cwd: this.#folder, stdio: 'ignore' });
  }

  get socket(): string {
    return join(this.#folder, '.s.PGSQL.5432');
  }

  async start(): Promise<void> {
    const shell = spawn('sh', ['-c', RUN, 'sh', ...SETTINGS.flatMap((setting) => ['-c', setting])], {
      ...this.#identity,
      cwd: this.#folder,
      env: { ...process.env, BIN: this.#bin, FOLDER: this.#folder },
      stdio: ['pipe', 'pipe', 'ignore'],
      // Detached, so that Ctrl+C does not end the script before it has ended PostgreSQL.
      detached: true,
    });
    this.#shell = shell;
    const [pid]: Buffer[] = await once(shell.stdout, 'data');
    this.#postmaster = Number(pid?.toString());
    for (let tries = 0; tries < START_TRIES; tries += 1) {
      if (!existsSync(`/proc/${this.#postmaster}`)) {
        // What the killed one left is still going: try again.
        await this.#endShell();
        return this.start();
      }
      const isReady = await this.ask('SELECT 1').then(
        () => true,
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    throw new Error('PostgreSQL did not start');
  }

  /** Kills every process of it at once. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.#endShell();
  }

  /** Holds every process of it: it stays connected and answers nothing. */
  hold(): void {
    this.#signal('SIGSTOP');
  }

  letGo(): void {
    this.#signal('SIGCONT');
  }

  async ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
    const client = new pg.Client({ host: this.#folder, user: 'postgres', database: 'postgres' });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async remove(): Promise<void> {
    if (this.#shell !== undefined) await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #endShell(): Promise<void> {
    const shell = this.#shell;
    this.#shell = undefined;
    if (shell === undefined || shell.exitCode !== null) return;
    const exited = once(shell, 'exit');
    shell.stdin?.end();
    await exited;
  }

  /** The first process before its children, or it would start them anew. */
  #signal(signal: NodeJS.Signals): void {
    const parent = this.#postmaster;
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim();
    for (const pid of [parent, ...children.split(' ').filter((text) => text !== '')]) {
      try {
        process.kill(Number(pid), signal);
      } catch {
        // It ended meanwhile.
      }
    }
  }
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

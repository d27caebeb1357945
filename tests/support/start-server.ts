import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const START_LIMIT_MS = 20_000;
const POLL_MS = 50;

export type RunningServer = {
  /** `http://localhost:<port>`: a secure context, as a service worker needs. */
  readonly url: string;
  readonly dataDir: string;
  /** Returns everything that the server has printed so far. */
  readonly readOutput: () => string;
  /** Runs one of the built commands with the server's settings, and returns what it printed. */
  readonly run: (command: 'backup' | 'restore', ...words: readonly string[]) => Promise<string>;
  /** Stops the process, does `work`, and starts it again at the same address. */
  readonly whileStopped: (work: () => Promise<unknown>) => Promise<void>;
  /** Stops the process and removes its data. */
  readonly stop: () => Promise<void>;
};

/**
 * Starts the built product as `npm start` does, on a free port with its own data. `folder`: where to look for
 * `dist/web`, if not in the current folder.
 */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
  folder = process.cwd(),
): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mpp-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    ...process.env,
    PORT: String(port),
    HOST: 'localhost',
    DATA_DIR: dataDir,
    // Port 0 takes any free port: the next number may belong to another test or to one of the browser's
    // connections.
    PRACTICE_PORT: '0',
    ...environment,
  };
  const output: string[] = [];
  const start = async () => {
    const started = spawn(process.execPath, [resolve('dist/server/main.js')], {
      cwd: folder,
      env: settings,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    started.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    await waitUntilHealthy(url, started, output);
    return started;
  };
  let child = await start();
  const end = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return {
    url,
    dataDir,
    readOutput: () => output.join(''),
    run: async (command, ...words) => {
      const file = resolve(`dist/server/${command}.js`);
      const { stdout } = await execute(process.execPath, [file, ...words], { cwd: folder, env: settings });
      return stdout;
    },
    whileStopped: async (work) => {
      await end();
      await work();
      child = await start();
    },
    stop: async () => {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function waitUntilHealthy(url: string, child: ChildProcess, output: readonly string[]): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start:\n${output.join('')}`);
}

/** Returns a port on which nothing listens at present. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe got no port');
  return address.port;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const START_LIMIT_MS = 20_000;
const POLL_MS = 50;

export type RunningServer = {
  /** `http://localhost:<port>`: a secure context, as a service worker needs. */
  readonly url: string;
  readonly dataDir: string;
  /** Returns everything that the server has printed so far. */
  readonly readOutput: () => string;
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
  const child = spawn(process.execPath, [resolve('dist/server/main.js')], {
    cwd: folder,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: 'localhost',
      DATA_DIR: dataDir,
      // Port 0 takes any free port: the next number may belong to another test or to one of the browser's
      // connections.
      PRACTICE_PORT: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  await waitUntilHealthy(url, child, output);
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, readOutput: () => output.join(''), stop };
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

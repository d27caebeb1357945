import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_LIMIT_MS = 20_000;

export type LoadedProcess = {
  readonly url: string;
  /**
   * Resident memory at present, in megabytes (10^6); NaN where the system does not tell (only Linux does).
   */
  readonly memoryMb: () => number;
  readonly stop: () => Promise<void>;
};

/** Whether a process can be held to one core on this machine. */
export const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/**
 * Starts a bundled server on one core where that is possible, with its own data; the server prints its
 * address.
 */
export async function startProcess(
  main: string,
  environment: Readonly<Record<string, string>> = {},
  { startLimitMs = START_LIMIT_MS, core = 0 } = {},
): Promise<LoadedProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mpp-load-'));
  const command = [...(canPin ? ['taskset', '-c', String(core)] : []), process.execPath, main];
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      NODE_ENV: 'production',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const exited = once(child, 'exit').then(() => {
    throw new Error(`${main} ended`);
  });
  exited.catch(() => undefined);
  const [line]: unknown[] = await Promise.race([
    once(child.stdout, 'data', { signal: AbortSignal.timeout(startLimitMs) }),
    exited,
  ]);
  return {
    url: String(line).trim(),
    memoryMb: () => readMemoryMb(child.pid),
    stop: async () => {
      child.kill('SIGKILL');
      await exited.catch(() => undefined);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function readMemoryMb(pid: number | undefined): number {
  if (process.platform !== 'linux') return Number.NaN;
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1_000_000;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger } from 'fastify';
import type { City } from '../../../domain/city/city';
import type { Settings } from '../read-settings';
import { newestAt } from './backup-folder';

const LOOK_EVERY_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;
const MAX_SAID = 1_000;

/**
 * Makes a backup whenever the newest in the folder is older than the setting says; processes that share the folder
 * share its backups. In a process of its own: nobody who books waits for it. The answer stops looking, and what is under way.
 */
export function scheduleBackups(
  settings: Pick<Settings, 'backupDir' | 'backupEveryHours'>,
  city: City,
  logger: Pick<FastifyBaseLogger, 'info' | 'error'>,
  clock: () => number,
  back: (stopped: AbortSignal) => Promise<string> = runBackup,
): () => Promise<void> {
  if (settings.backupEveryHours === 0) return async () => undefined;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;
  const look = async () => {
    const at = await newestAt(settings.backupDir, city);
    if (at !== undefined && clock() - at < settings.backupEveryHours * HOUR_MS) return;
    try {
      logger.info({ job: 'backup', said: await back(stopping.signal) }, 'backup made');
    } catch (error) {
      logger.error({ job: 'backup', error: String(error) }, 'job failed');
    }
  };
  const start = () => {
    running ??= look().finally(() => {
      running = undefined;
    });
  };
  start();
  const timer = setInterval(start, LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}

/** The command beside this file, built or not. */
async function runBackup(signal: AbortSignal): Promise<string> {
  const isBuilt = import.meta.url.endsWith('.js');
  const script = fileURLToPath(new URL(isBuilt ? './backup.js' : './backup-command.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(0, MAX_SAID);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(said.trim());
  return said.trim();
}

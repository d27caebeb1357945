import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../tests/support/find-chromium';
import { findPostgres } from '../tests/support/find-postgres';

const canUseApt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function runQuietly(command: string, args: readonly string[]): void {
  // Output goes to stderr: a person sees progress, and the totals stay the last line of stdout.
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function installPackage(name: string): void {
  console.log(`Installing ${name} by apt-get...`);
  runQuietly('apt-get', ['update', '-q']);
  runQuietly('apt-get', ['install', '-q', '-y', '--no-upgrade', '--no-install-recommends', name]);
}

/**
 * Finds or installs the browser for the end-to-end tests. Returns its path, or undefined after printing how
 * to get one.
 */
export function prepareChromium(): string | undefined {
  // CHROMIUM_PATH that leads nowhere is a mistake to report: installing another browser would not correct it.
  if (findChromium() === undefined && !process.env.CHROMIUM_PATH) {
    if (canUseApt) installPackage('chromium');
    else runQuietly('npx', ['playwright', 'install', 'chromium']);
  }
  const found = findChromium();
  console.log(
    found === undefined
      ? 'No Chromium: the end-to-end tests cannot run. Install one ("npx playwright install chromium", or Debian\'s package "chromium"), or set CHROMIUM_PATH.'
      : `Chromium: ${found}`,
  );
  return found;
}

/**
 * Finds or installs PostgreSQL. Returns the folder of its programs, or undefined after printing how to get
 * one.
 */
export function preparePostgres(): string | undefined {
  if (findPostgres() === undefined && canUseApt && !process.env.PG_BIN) installPackage('postgresql');
  const found = findPostgres();
  console.log(
    found === undefined
      ? 'No PostgreSQL: its tests are skipped. Install Debian\'s package "postgresql", or set PG_BIN to the folder of its programs.'
      : `PostgreSQL: ${found}`,
  );
  return found;
}

import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '../../../domain/city/city';

/** Longer than a backup takes. */
const LEFT_MS = 24 * 60 * 60_000;
const ENDING = '.backup';

/** In the order of names is in the order of time. */
export function nameOf(city: City, nowMs: number): string {
  return `mpp-mobile-${city.code}-${compact(nowMs)}${ENDING}`;
}

/** An instant in letters that a file and a database may have in its name: 20261128t170530z. */
export function compact(nowMs: number): string {
  return new Date(nowMs)
    .toISOString()
    .replace(/[-:]|[.]\d+/g, '')
    .toLowerCase();
}

/** When the newest backup of a city was made, Unix milliseconds; `undefined` where there is none. */
export async function newestAt(folder: string, city: City): Promise<number | undefined> {
  const newest = (await listBackups(folder, city)).at(-1);
  const at = newest && /(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)z/.exec(newest);
  if (!at) return undefined;
  const [, year, month, day, hour, minute, second] = at;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Keeps the newest `kept`. */
export async function removeOld(folder: string, city: City, kept: number): Promise<void> {
  const names = await listBackups(folder, city);
  for (const name of names.slice(0, Math.max(0, names.length - kept))) await rm(join(folder, name));
}

/** Removes what a backup or a restore that was killed left: a copy that is not sealed may be in it. */
export async function removeLeft(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!/^[.](backup|restore)-|[.]backup[.]part$/.test(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (nowMs - mtimeMs > LEFT_MS) await rm(path, { recursive: true, force: true });
  }
}

async function listBackups(folder: string, city: City): Promise<readonly string[]> {
  const isOurs = (name: string) => name.startsWith(`mpp-mobile-${city.code}-`) && name.endsWith(ENDING);
  return (await readdir(folder).catch(() => [])).filter(isOurs).sort();
}

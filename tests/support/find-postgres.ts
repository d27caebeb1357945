import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN_ROOT = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres'];

/** Lists Debian's folders, newest first: Debian keeps each major version in its own folder, outside PATH. */
function listDebianFolders(): string[] {
  if (!existsSync(DEBIAN_ROOT)) return [];
  const versions = readdirSync(DEBIAN_ROOT).filter((name) => /^\d+$/.test(name));
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN_ROOT, version, 'bin'));
}

/** Returns the folder that holds `initdb` and `postgres`: PG_BIN, else one of Debian's, else one in PATH. */
export function findPostgres(): string | undefined {
  const named = process.env.PG_BIN;
  const folders = named ? [named] : [...listDebianFolders(), ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => NEEDED.every((name) => existsSync(join(folder, name))));
}

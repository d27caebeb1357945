import { chmodSync, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OTHERS = 0o077;

/** Paths whose files others could read: `closed` are the owner's alone now, `open` belong to somebody else. */
type Opened = { readonly closed: readonly string[]; readonly open: readonly string[] };

/**
 * Makes the files of a folder, and of the folders in it, readable by their owner alone. What the server writes
 * is so from the start; a copy that somebody put there may not be. Links are not followed.
 */
export function makeOwnerOnly(folder: string): Opened {
  if (process.platform === 'win32' || !existsSync(folder)) return { closed: [], open: [] };
  const closed: string[] = [];
  const open: string[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isSymbolicLink() || (found.mode & OTHERS) === 0) continue;
    try {
      chmodSync(path, found.mode & ~OTHERS);
      closed.push(path);
    } catch {
      open.push(path);
    }
  }
  return { closed, open };
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './plant-tree';

/**
 * Lists every file under a folder of the checkout whose name matches, as paths from the root, without
 * compiled words.
 */
export function listSource(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .filter((path) => !path.startsWith('src/web/copy/compiled/'))
    .sort();
}

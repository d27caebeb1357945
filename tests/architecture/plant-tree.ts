import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real checkout, whose configuration judges every planted tree. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const CONFIGURATION = [
  '.ci/bare-clock.grit',
  '.biome.json',
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.knip.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

export type PlantedTree = { readonly root: string; readonly remove: () => void };

/**
 * Writes a small tree of files beside copies of the real configuration, outside the checkout, so that no
 * fault is planted in a file that anyone is working on. The installed packages are linked, not copied.
 */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'planted-')));
  for (const name of CONFIGURATION) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    cpSync(join(ROOT, name), join(root, name));
  }
  for (const area of listAreas()) {
    mkdirSync(join(root, area), { recursive: true });
    cpSync(join(ROOT, area, 'tsconfig.json'), join(root, area, 'tsconfig.json'));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Lists the folders that have their own tsconfig, as paths from the root. */
export function listAreas(): string[] {
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return [...rooms.map((room) => `src/${room.name}`), 'tests'];
}

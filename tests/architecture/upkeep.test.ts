import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSource } from './list-source';
import { ROOT } from './plant-tree';

const SOURCE_LINES_MAX = 250;
const TEST_LINES_MAX = 400;
/** A folder with more code files than this hides what it is for. */
const FOLDER_FILES_MAX = 30;
const SILENCERS = ['@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck', 'biome-' + 'ignore'];
const NAMELESS_FOLDERS = /(^|\/)(utils?|helpers?|common|misc|lib)\//;

type LockedPackage = { readonly hasInstallScript?: boolean; readonly version?: string };

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const all = ['src', 'tests', '.ci'].flatMap((folder) => listSource(folder, /\.(ts|tsx|css|html|sql)$/));

/** Finds sets of routes that leave some address under theirs without a page, which is a blank screen. */
function findBlank(files: readonly (readonly [path: string, text: string])[]): string[] {
  return files
    .filter(([, text]) => text.includes('<Routes>') && !/path="(\*|:\w+\/\*)"/.test(text))
    .map(([path]) => path);
}

/**
 * Finds the files that are too long. Biome's own rule counts neither style sheets nor comment lines at the
 * end.
 */
function findTooLong(files: readonly (readonly [path: string, text: string])[]): string[] {
  return files
    .filter(([path, text]) => {
      const lines = text.replace(/\n$/, '').split('\n').length;
      return lines > (path.startsWith('tests/') ? TEST_LINES_MAX : SOURCE_LINES_MAX);
    })
    .map(([path]) => path);
}

/**
 * Finds the folders with too many code files, without their subfolders. Landed migrations are left out: they
 * only add up.
 */
function findCrowded(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!folder.endsWith('/migrations')) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > FOLDER_FILES_MAX).map(([folder]) => folder);
}

describe('upkeep', () => {
  it('finds a planted file that is too long', () => {
    const text = (lines: number): string => 'a\n'.repeat(lines);
    const planted = [
      ['src/web/ui/long.css', text(251)],
      ['src/web/ui/fits.css', text(250)],
      ['tests/unit/long.test.ts', text(401)],
      ['tests/unit/fits.test.ts', text(400)],
    ] as const;
    expect(findTooLong(planted)).toEqual(['src/web/ui/long.css', 'tests/unit/long.test.ts']);
  });

  it('has no file that is too long', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(findTooLong(all.map((path) => [path, read(path)] as const))).toEqual([]);
  });

  it('has no crowded folder', () => {
    const filesIn = (folder: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${folder}/file-${index}.ts`);
    const planted = [
      ...filesIn('src/full', 31),
      ...filesIn('src/fits', 30),
      ...filesIn('src/fits/below', 1),
      ...filesIn('src/db/migrations', 31),
    ];
    expect(findCrowded(planted)).toEqual(['src/full']);
    expect(findCrowded(listSource('src', /\.tsx?$/))).toEqual([]);
  });

  it('has a page for every address', () => {
    const routes = (path: string) => `<Routes><Route path="${path}" element={<Page />} /></Routes>`;
    const planted = [':id', '*', ':id/*'].map((path) => [path, routes(path)] as const);
    expect(findBlank(planted)).toEqual([':id']);
    const pages = all.filter((path) => path.startsWith('src/web/'));
    expect(findBlank(pages.map((path) => [path, read(path)] as const))).toEqual([]);
  });

  it('silences no tool in a comment', () => {
    const loud = all.filter((path) => path !== 'tests/architecture/lint.test.ts');
    expect(loud.filter((path) => SILENCERS.some((silencer) => read(path).includes(silencer)))).toEqual([]);
  });

  it('has no folder that is named for nothing', () => {
    expect(all.filter((path) => NAMELESS_FOLDERS.test(path))).toEqual([]);
  });

  it('lets no package but better-sqlite3 run a script when it is installed', () => {
    const lock: { packages: Record<string, LockedPackage> } = JSON.parse(read('package-lock.json'));
    const allowed: { allowScripts: Record<string, boolean> } = JSON.parse(read('package.json'));
    const withScript = Object.entries(lock.packages)
      .filter(([, one]) => one.hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    const judged = new Map(Object.entries(allowed.allowScripts));
    expect(withScript).toContain('better-sqlite3');
    expect(withScript.filter((name) => !judged.has(name))).toEqual([]);
    expect([...judged].filter(([, isAllowed]) => isAllowed).map(([name]) => name)).toEqual([
      'better-sqlite3',
    ]);
  });

  it('compiles nothing that the oldest Node it runs on lacks', () => {
    const lock: { packages: Record<string, LockedPackage> } = JSON.parse(read('package-lock.json'));
    const project: { engines: { node: string } } = JSON.parse(read('package.json'));
    const oldest = /^>=(\d+)\.\d+$/.exec(project.engines.node)?.[1];
    expect(oldest).toBeDefined();
    expect(lock.packages['node_modules/@types/node']?.version?.split('.')[0]).toBe(oldest);
  });
});

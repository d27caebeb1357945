import { join, relative } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFloatingPromises } from './find-floating-promises';
import { listSource } from './list-source';
import { loadArea } from './load-area';
import { listAreas, plantTree, ROOT } from './plant-tree';

/** Each planted file with the code of the only error that must be reported for it. */
const FAULTS: Readonly<Record<string, readonly [content: string, code: string]>> = {
  'src/domain/asks-document.ts': ['export const title = document.title;\n', 'TS2584'],
  'src/domain/asks-console.ts': ["console.log('one');\n", 'TS2584'],
  'src/domain/asks-process.ts': ['export const one = process.pid;\n', 'TS2591'],
  'src/domain/asks-fetch.ts': ["export const one = fetch('/');\n", 'TS2304'],
  'src/contract/asks-window.ts': ['export const one = window.name;\n', 'TS2304'],
  'src/city/asks-storage.ts': ["export const one = localStorage.getItem('a');\n", 'TS2304'],
  'src/offline/asks-process.ts': ['export const one = process.pid;\n', 'TS2591'],
  'src/web/resident/asks-node.ts': [
    "import { readFileSync } from 'node:fs';\n\nexport const one = readFileSync;\n",
    'TS2591',
  ],
  'src/web/resident/asks-process.ts': ['export const one = process.pid;\n', 'TS2591'],
  'src/worker/asks-document.ts': ['export const one = document.title;\n', 'TS2584'],
  'src/worker/asks-buffer.ts': ["export const one = Buffer.from('a');\n", 'TS2591'],
  'src/server/asks-document.ts': ['export const one = document.title;\n', 'TS2584'],
  'src/domain/maybe-missing.ts': ['export const one = (list: string[]): string => list[0];\n', 'TS2322'],
  'src/domain/exactly-optional.ts': ['export const one: { two?: string } = { two: undefined };\n', 'TS2375'],
  'src/domain/type-as-value.ts': ["import { One } from './one';\n\nexport const two: One = 1;\n", 'TS1484'],
  'src/domain/unused-local.ts': ['export function one(): void {\n  const two = 2;\n}\n', 'TS6133'],
};

const tree = plantTree({
  ...Object.fromEntries(Object.entries(FAULTS).map(([path, [content]]) => [path, content])),
  'src/domain/one.ts': 'export type One = 1;\n',
  'src/offline/asks-document.ts': 'export const one = (): string => document.title;\n',
  'src/server/asks-process.ts': 'export const one = process.pid;\n',
  'src/build/one.ts': 'export const one = 1;\n',
  'tests/one.ts': 'export const one = 1;\n',
  'src/offline/promises.ts':
    "import Dexie from 'dexie';\n\nexport function run(db: Dexie): void {\n  db.open();\n  void db.open();\n  db.close();\n}\n",
});
afterAll(tree.remove);

describe('types', () => {
  const found = new Map<string, string[]>();
  beforeAll(() => {
    // One compiler per area, without its references: an error planted in one area must not hide those of the
    // next.
    for (const area of listAreas()) {
      if (ts.sys.readDirectory(join(tree.root, area), ['.ts', '.tsx']).length === 0) continue;
      for (const { file, code } of ts.getPreEmitDiagnostics(loadArea(tree.root, area))) {
        const path = relative(tree.root, file?.fileName ?? area);
        found.set(path, [...(found.get(path) ?? []), `TS${code}`]);
      }
    }
  });

  it.each(Object.entries(FAULTS))('%s does not compile', (path, [, code]) => {
    expect(found.get(path)).toEqual([code]);
  });

  it('reports no file without a fault', () => {
    expect([...found.keys()].filter((path) => !(path in FAULTS))).toEqual([]);
  });

  it("finds a library's promise that nothing waits for", () => {
    expect(findFloatingPromises(loadArea(tree.root, 'src/offline'))).toEqual(['src/offline/promises.ts:4']);
  });
});

describe.each(listAreas())('the real %s', (area) => {
  const program = loadArea(ROOT, area);
  const files = program.getSourceFiles().map((file) => file.fileName);

  it('is read whole by the compiler', () => {
    const read = new Set(files);
    expect(listSource(area, /\.tsx?$/).filter((path) => !read.has(join(ROOT, path)))).toEqual([]);
  });

  it('knows the browser or Node only where it runs there', () => {
    const hasDom = files.some((path) => path.endsWith('/lib.dom.d.ts'));
    const hasNode = files.some((path) => path.includes('/node_modules/@types/node/'));
    expect({ hasDom, hasNode }).toEqual({
      hasDom: files.length > 0 && ['src/offline', 'src/web', 'src/build', 'tests'].includes(area),
      hasNode: files.length > 0 && ['src/server', 'src/build', 'tests'].includes(area),
    });
  });

  it('awaits every promise, or says void', () => {
    expect(findFloatingPromises(program)).toEqual([]);
  });
});

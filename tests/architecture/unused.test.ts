import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSource } from './list-source';
import { plantTree, ROOT } from './plant-tree';
import { runTool } from './run-tool';

type Named = { readonly name: string };
type Report = {
  readonly issues: readonly {
    readonly file: string;
    readonly files?: readonly Named[];
    readonly exports: readonly Named[];
    readonly types: readonly Named[];
    readonly dependencies: readonly Named[];
    readonly unlisted: readonly Named[];
  }[];
};

describe('unused', () => {
  const tree = plantTree({
    'src/server/main.ts':
      "import { used } from './app';\nimport { pad } from 'left-pad';\nimport Fastify from 'fastify';\n\nused(pad, Fastify);\n",
    'src/server/app.ts':
      'export function used(...one: unknown[]): void {}\nexport const leftOver = 1;\nexport type LeftOver = 1;\n',
    'src/server/nobody-imports.ts': 'export const one = 1;\n',
    'src/web/resident/main.tsx': 'export {};\n',
    'src/worker/service-worker.ts': 'export {};\n',
    'tests/unit/one.test.ts': "import { one } from '../../src/domain/one';\n\none();\n",
    'src/domain/one.ts': 'export function one(): void {}\n',
  });
  afterAll(tree.remove);

  let report: Report = { issues: [] };
  beforeAll(async () => {
    const { output } = await runTool('knip', ['--reporter', 'json', '--no-config-hints'], tree.root);
    report = JSON.parse(output);
  });

  const issuesOf = (file: string): Report['issues'][number] | undefined =>
    report.issues.find((issue) => issue.file === file);

  it('reports a file that nothing imports', () => {
    expect(issuesOf('src/server/nobody-imports.ts')?.files).toHaveLength(1);
  });

  it('reports an export and a type that nothing imports', () => {
    expect(issuesOf('src/server/app.ts')?.exports.map(({ name }) => name)).toEqual(['leftOver']);
    expect(issuesOf('src/server/app.ts')?.types.map(({ name }) => name)).toEqual(['LeftOver']);
  });

  it('reports a package that is used but not listed, and one that is listed but not used', () => {
    expect(issuesOf('src/server/main.ts')?.unlisted.map(({ name }) => name)).toEqual(['left-pad']);
    const unused = issuesOf('package.json')?.dependencies.map(({ name }) => name);
    expect(unused).toContain('dexie');
    expect(unused).not.toContain('fastify');
  });

  it('reports no sound file', () => {
    const files = report.issues.map((issue) => issue.file);
    expect(files.filter((file) => file.startsWith('src/domain') || file.startsWith('tests/'))).toEqual([]);
  });

  it('reads the real files', async () => {
    const { output } = await runTool('knip', ['--debug', '--no-exit-code'], ROOT);
    const source = ['src', 'tests', '.ci'].flatMap((folder) => listSource(folder, /\.tsx?$/));
    expect(source.filter((path) => !output.includes(path))).toEqual([]);
  });
});

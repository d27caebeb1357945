import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSource } from './list-source';
import { plantTree, ROOT } from './plant-tree';
import { runTool } from './run-tool';

type Report = {
  readonly summary: { readonly unchanged: number; readonly changed: number; readonly errors: number };
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location?: { readonly path?: string } | null;
  }[];
};

/** Runs the command of `npm run lint`, with its report as JSON. */
async function lint(root: string): Promise<{ readonly exitCode: number; readonly report: Report }> {
  const args = [
    'ci',
    '--colors=off',
    '--error-on-warnings',
    '--max-diagnostics=none',
    '--reporter=json',
    '.',
  ];
  const { exitCode, output } = await runTool('biome', args, root);
  return { exitCode, report: JSON.parse(output) };
}

const SAVE = 'export async function save(): Promise<void> {}\n';
const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `export const line${index} = ${index};\n`).join('');

/** Each planted file and the one rule that must report it. */
const FAULTS: Readonly<Record<string, readonly [content: string, rule: string]>> = {
  'src/domain/badly-formatted.ts': ['export const one = "1"\n', 'format'],
  'src/domain/imports-unsorted.ts': [
    "import { two } from './two';\nimport { one } from './one';\n\nexport const sum = one + two;\n",
    'assist/source/organizeImports',
  ],
  'src/domain/says-any.ts': [
    'export const one = (two: any): void => two;\n',
    'lint/suspicious/noExplicitAny',
  ],
  'src/domain/says-never-null.ts': [
    'export const one = (two: string | null): string => two!;\n',
    'lint/style/noNonNullAssertion',
  ],
  'src/domain/silences-types.ts': ['// @ts-ignore\nexport const one = 1;\n', 'lint/suspicious/noTsIgnore'],
  'src/domain/imports-value-for-type.ts': [
    "import { One } from './type-one';\n\nexport const two = (three: One): One => three;\n",
    'lint/style/useImportType',
  ],
  'src/domain/leaves-import.ts': [
    "import { one } from './one';\n\nexport const two = 2;\n",
    'lint/correctness/noUnusedImports',
  ],
  'src/offline/forgets-promise.ts': [
    "import { save } from './save';\n\nexport function run(): void {\n  save();\n}\n",
    'lint/nursery/noFloatingPromises',
  ],
  'src/offline/asks-promise.ts': [
    "import { save } from './save';\n\nexport function run(): number {\n  if (save()) return 1;\n  return 2;\n}\n",
    'lint/nursery/noMisusedPromises',
  ],
  'src/web/resident/exports-default.ts': ['export default 1;\n', 'lint/style/noDefaultExport'],
  'src/web/ui/barrel.ts': ["export * from './one';\n", 'lint/performance/noBarrelFile'],
  'src/web/ui/PascalName.ts': ['export const one = 1;\n', 'lint/style/useFilenamingConvention'],
  'src/web/ui/picture.tsx': ['export const picture = <img src="/a.png" />;\n', 'lint/a11y/useAltText'],
  'src/web/resident/reads-clock.ts': ['export const today = new Date();\n', 'plugin'],
  'src/web/staff/reads-clock.ts': ['export const one = Date();\n', 'plugin'],
  'src/offline/reads-clock.ts': ['export const one = (now = Date.now): number => now();\n', 'plugin'],
  'src/worker/reads-clock.ts': ['export const one = globalThis.Date.now();\n', 'plugin'],
  'src/web/ui/says-console.ts': ["console.log('one');\n", 'lint/suspicious/noConsole'],
  'src/web/ui/forgets-dependency.ts': [
    "import { useEffect } from 'react';\n\nexport function useTitle(title: string): void {\n  useEffect(() => {\n    document.title = title;\n  }, []);\n}\n",
    'lint/correctness/useExhaustiveDependencies',
  ],
  'src/server/too-long.ts': [lines(251), 'lint/style/noExcessiveLinesPerFile'],
  'tests/unit/too-long.test.ts': [lines(401), 'lint/style/noExcessiveLinesPerFile'],
  'tests/unit/skips.test.ts': [
    "import { it } from 'vitest';\n\nit.skip('one', () => {});\n",
    'lint/suspicious/noSkippedTests',
  ],
  'tests/unit/focuses.test.ts': [
    "import { it } from 'vitest';\n\nit.only('one', () => {});\n",
    'lint/suspicious/noFocusedTests',
  ],
};

const SOUND: Readonly<Record<string, string>> = {
  'src/domain/one.ts': 'export const one = 1;\n',
  'src/domain/two.ts': 'export const two = 2;\n',
  'src/domain/type-one.ts': 'export type One = { readonly one: 1 };\n',
  'src/domain/long.ts': lines(250),
  'src/offline/clock/phone-clock.ts': 'export const one = (): number => Date.now();\n',
  'src/web/ui/shows-date.ts': 'export const one = (atMs: number): Date => new Date(atMs);\n',
  'src/server/reads-clock.ts': 'export const one = Date.now();\n',
  'src/offline/save.ts': SAVE,
  'src/offline/keeps-promise.ts':
    "import { save } from './save';\n\nexport async function run(): Promise<void> {\n  void save();\n  await save();\n}\n",
  'src/server/main.ts': "console.log('one');\n",
  'src/build/build.ts': "console.log('one');\n",
  'tests/bench/run.ts': "console.log('one');\n",
  'tests/unit/long.test.ts': lines(400),
  'vite.config.ts': 'export default {};\n',
};

describe('format and lint', () => {
  const tree = plantTree({
    ...SOUND,
    ...Object.fromEntries(Object.entries(FAULTS).map(([path, [content]]) => [path, content])),
  });
  afterAll(tree.remove);

  const found = new Map<string, string[]>();
  let exitCode = 0;
  beforeAll(async () => {
    const run = await lint(tree.root);
    exitCode = run.exitCode;
    for (const { category, location } of run.report.diagnostics) {
      const path = location?.path ?? '';
      found.set(path, [...(found.get(path) ?? []), category]);
    }
  });

  it.each(Object.entries(FAULTS))('%s is reported', (path, [, rule]) => {
    expect(found.get(path)).toEqual([rule]);
  });

  it('reports no file without a fault', () => {
    expect([...found.keys()].filter((path) => path !== '' && !(path in FAULTS))).toEqual([]);
  });

  it('fails the build', () => {
    expect(exitCode).not.toBe(0);
  });

  it('reads the real files', async () => {
    const { report } = await lint(ROOT);
    const source = ['src', 'tests', '.ci'].flatMap((folder) => listSource(folder, /\.(ts|tsx|css)$/));
    expect(report.summary.unchanged + report.summary.changed).toBeGreaterThanOrEqual(source.length);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listSource } from './list-source';
import { plantTree, ROOT } from './plant-tree';
import { runTool } from './run-tool';

type Cruise = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
};

async function cruise(root: string, folders: readonly string[]): Promise<Cruise> {
  const args = [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { output } = await runTool('depcruise', args, root);
  return JSON.parse(output);
}

/** A file to import, one per place. SOUND imports each of them, so that none is an orphan. */
const TARGETS = [
  'src/domain/people/nik',
  'src/contract/sync',
  'src/city/metro/areas',
  'src/planner/route',
  'src/offline/store/tables',
  'src/web/ui/button/button',
  'src/web/copy/words',
  'src/web/resident/shell/frame/layout',
  'src/web/resident/home/home',
  'src/web/resident/routes',
  'src/web/staff/desk/desk',
  'src/worker/precache',
  'src/server/db/schema/tables',
  'src/server/db/migrations/migration',
  'src/server/commands/booking/submit-booking',
  'src/server/queries/booking/changes-since',
  'src/server/jobs/notify',
  'src/server/steps/capacity/promote',
  'src/server/start/settings',
  'src/server/practice/serve-practice',
  'src/server/http/resident/sync',
  'src/server/app',
  'src/build/prerender',
  'tests/support/clock',
] as const;

type Target = (typeof TARGETS)[number];

function makePath(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

/** One breach: the file it is planted in, what that file imports, and the only rules that may report it. */
type Breach = readonly [file: string, imports: Target | `npm:${string}`, ...rules: string[]];

const BREACHES: readonly Breach[] = [
  ['src/domain/a.ts', 'src/contract/sync', 'domain-stands-alone'],
  ['src/domain/b.ts', 'npm:valibot', 'domain-stands-alone'],
  ['src/domain/c.ts', 'npm:node:crypto', 'domain-stands-alone'],
  ['src/contract/a.ts', 'src/offline/store/tables', 'contract-domain-and-schemas'],
  ['src/contract/b.ts', 'npm:fastify', 'contract-domain-and-schemas'],
  ['src/city/a.ts', 'src/contract/sync', 'city-domain'],
  ['src/city/b.ts', 'npm:valibot', 'city-domain'],
  ['src/planner/a.ts', 'src/city/metro/areas', 'planner-domain'],
  ['src/planner/b.ts', 'npm:node:fs', 'planner-domain'],
  ['src/offline/a.ts', 'src/web/ui/button/button', 'offline-contract-domain-dexie'],
  ['src/offline/b.ts', 'npm:react', 'offline-contract-domain-dexie'],
  ['src/offline/c.ts', 'src/city/metro/areas', 'offline-contract-domain-dexie'],
  ['src/web/copy/a.ts', 'src/domain/people/nik', 'copy-words-alone'],
  ['src/web/ui/a.ts', 'src/domain/people/nik', 'ui-copy'],
  ['src/web/ui/b.ts', 'src/offline/store/tables', 'ui-copy'],
  ['src/web/resident/a/a.ts', 'src/server/db/schema/tables', 'screen-rooms'],
  ['src/web/resident/a/b.ts', 'src/worker/precache', 'screen-rooms'],
  ['src/web/resident/a/c.ts', 'src/planner/route', 'screen-rooms'],
  ['src/web/staff/a/a.ts', 'src/server/queries/booking/changes-since', 'screen-rooms'],
  ['src/web/resident/a/d.ts', 'npm:fastify', 'screen-no-server-package'],
  ['src/web/staff/a/b.ts', 'npm:better-sqlite3', 'screen-no-server-package'],
  ['src/web/resident/a/e.ts', 'npm:node:fs', 'screen-no-node', 'screen-rooms'],
  ['src/web/resident/a/f.ts', 'src/web/staff/desk/desk', 'resident-not-staff'],
  ['src/web/resident/x.ts', 'src/web/staff/desk/desk', 'resident-not-staff'],
  ['src/web/staff/a/c.ts', 'src/web/resident/home/home', 'staff-not-resident'],
  ['src/web/resident/a/g.ts', 'src/web/resident/home/home', 'feature-not-feature'],
  ['src/web/resident/shell/a.ts', 'src/web/resident/home/home', 'feature-not-feature'],
  ['src/web/staff/a/d.ts', 'src/web/staff/desk/desk', 'feature-not-feature'],
  ['src/web/resident/a/h.ts', 'src/web/resident/routes', 'feature-not-entry'],
  ['src/worker/a.ts', 'src/domain/people/nik', 'worker-offline-contract'],
  ['src/worker/b.ts', 'src/web/copy/words', 'worker-offline-contract'],
  ['src/worker/c.ts', 'npm:dexie', 'worker-offline-contract'],
  ['src/server/http/a.ts', 'src/server/db/schema/tables', 'http-commands-queries-contract'],
  ['src/server/http/b.ts', 'src/server/jobs/notify', 'http-commands-queries-contract'],
  ['src/server/http/c.ts', 'src/city/metro/areas', 'http-commands-queries-contract'],
  ['src/server/http/d.ts', 'npm:kysely', 'http-no-database'],
  ['src/server/commands/a.ts', 'src/server/queries/booking/changes-since', 'commands-steps-db-and-rules'],
  ['src/server/commands/b.ts', 'src/server/http/resident/sync', 'commands-steps-db-and-rules'],
  ['src/server/queries/a.ts', 'src/server/commands/booking/submit-booking', 'queries-steps-db-and-rules'],
  ['src/server/jobs/a.ts', 'src/server/commands/booking/submit-booking', 'jobs-steps-db-and-rules'],
  ['src/server/http/frame/a.ts', 'src/server/commands/booking/submit-booking', 'frame-knows-no-booking'],
  ['src/server/http/frame/b.ts', 'src/contract/sync', 'frame-knows-no-booking'],
  ['src/server/steps/a.ts', 'src/server/commands/booking/submit-booking', 'steps-db-and-rules'],
  ['src/server/steps/b.ts', 'src/server/queries/booking/changes-since', 'steps-db-and-rules'],
  ['src/server/practice/fill/a.ts', 'src/server/http/resident/sync', 'practice-fill-commands-and-rules'],
  [
    'src/server/practice/fill/b.ts',
    'src/server/practice/serve-practice',
    'practice-fill-commands-and-rules',
    'server-root-is-on-top',
  ],
  ['src/server/start/a.ts', 'src/offline/store/tables', 'server-root-server-and-rules'],
  ['src/server/jobs/b.ts', 'src/server/start/settings', 'server-root-is-on-top', 'jobs-steps-db-and-rules'],
  ['src/server/db/a.ts', 'src/server/commands/booking/submit-booking', 'db-rules'],
  ['src/server/db/b.ts', 'src/server/steps/capacity/promote', 'db-rules'],
  ['src/server/db/migrations/099-a.ts', 'src/domain/people/nik', 'landed-migrations-stand-alone'],
  ['src/server/db/migrations/099-b.ts', 'src/server/db/schema/tables', 'landed-migrations-stand-alone'],
  ['src/server/db/migrations/099-c.ts', 'npm:kysely', 'landed-migrations-stand-alone'],
  ['src/offline/a/migrations.ts', 'src/contract/sync', 'landed-migrations-stand-alone'],
  ['src/offline/a/crew-migrations.ts', 'src/offline/store/tables', 'landed-migrations-stand-alone'],
  ['src/server/x.ts', 'src/offline/store/tables', 'server-root-server-and-rules'],
  ['src/server/http/e.ts', 'src/server/app', 'server-root-is-on-top', 'http-commands-queries-contract'],
  ['src/server/y.ts', 'src/build/prerender', 'no-product-imports-build', 'server-root-server-and-rules'],
  ['src/server/z.ts', 'tests/support/clock', 'no-product-imports-tests', 'server-root-server-and-rules'],
  ['src/server/w.ts', 'npm:fast-check', 'no-product-imports-dev-package'],
  ['src/server/v.ts', 'npm:./nowhere', 'no-unresolvable', 'server-root-server-and-rules'],
];

/** Files that break no rule: what each room may import, in every direction the table allows. */
const SOUND: Readonly<Record<string, readonly (Target | `npm:${string}`)[]>> = {
  'src/contract/ok.ts': ['src/domain/people/nik', 'npm:valibot'],
  'src/city/ok.ts': ['src/domain/people/nik'],
  'src/planner/ok.ts': ['src/domain/people/nik'],
  'src/offline/ok.ts': ['src/contract/sync', 'src/domain/people/nik', 'npm:dexie'],
  'src/web/copy/ok.ts': ['npm:@lingui/core', 'npm:react'],
  'src/web/ui/ok.ts': ['src/web/copy/words', 'npm:react', 'npm:react-router-dom'],
  'src/web/resident/ok/ok.ts': [
    'src/web/ui/button/button',
    'src/web/copy/words',
    'src/offline/store/tables',
    'src/contract/sync',
    'src/domain/people/nik',
    'src/city/metro/areas',
    'src/web/resident/shell/frame/layout',
    'npm:react',
  ],
  'src/web/resident/ok.ts': ['src/web/resident/home/home', 'src/web/resident/routes'],
  'src/web/staff/ok.ts': ['src/web/staff/desk/desk'],
  'src/worker/ok.ts': [
    'src/worker/precache',
    'src/offline/store/tables',
    'src/contract/sync',
    'npm:workbox-routing',
  ],
  'src/server/http/ok.ts': [
    'src/server/commands/booking/submit-booking',
    'src/server/queries/booking/changes-since',
    'npm:fastify',
  ],
  'src/server/commands/ok.ts': [
    'src/server/steps/capacity/promote',
    'src/server/db/schema/tables',
    'src/contract/sync',
    'src/city/metro/areas',
    'src/planner/route',
  ],
  'src/server/http/frame/ok.ts': ['npm:fastify'],
  'src/server/jobs/ok.ts': ['src/server/steps/capacity/promote'],
  'src/server/steps/ok.ts': ['src/server/db/schema/tables', 'src/contract/sync', 'npm:kysely'],
  'src/server/db/migrations/099-ok.ts': ['src/server/db/migrations/migration'],
  'src/server/practice/ok.ts': ['src/server/app', 'src/server/start/settings'],
  'src/server/main.ts': [
    'src/server/app',
    'src/server/http/resident/sync',
    'src/server/jobs/notify',
    'npm:node:fs',
  ],
  'src/build/ok.ts': ['src/build/prerender', 'src/web/resident/home/home', 'npm:vite'],
  'tests/unit/ok.ts': ['tests/support/clock', 'src/server/app'],
};

function importLines(file: string, imports: readonly string[]): string {
  const lines = imports.map((name, index) => {
    const path = name.startsWith('npm:') ? name.slice(4) : makePath(file, name);
    // A type-only import is a dependency like any other: half of the breaches are planted as type-only
    // imports.
    return `import ${name.startsWith('src/') && file.length % 2 === 1 ? 'type ' : ''}* as import${index} from '${path}';`;
  });
  return `${lines.join('\n')}\n`;
}

const tree = plantTree({
  ...Object.fromEntries(TARGETS.map((target) => [`${target}.ts`, 'export const one = 1;\n'])),
  ...Object.fromEntries(BREACHES.map(([file, target]) => [file, importLines(file, [target])])),
  ...Object.fromEntries(Object.entries(SOUND).map(([file, targets]) => [file, importLines(file, targets)])),
  'src/helpers/stray.ts': 'export const stray = 1;\n',
  'src/server/u.ts': "import * as stray from '../helpers/stray';\n",
  'src/domain/circle/one.ts': "import { two } from './two';\nexport const one = two;\n",
  'src/domain/circle/two.ts': "import { one } from './one';\nexport const two = one;\n",
  'src/domain/lonely.ts': 'export const lonely = 1;\n',
});
afterAll(tree.remove);

const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  ['src/server/u.ts', ['no-unknown-room', 'server-root-server-and-rules']],
  // A circle is reported once, at the file where it was entered.
  ['src/domain/circle/one.ts', ['no-circular']],
  ['src/domain/lonely.ts', ['no-orphans']],
];
const EXPECTED = new Map([...BREACHES.map(([file, , ...rules]) => [file, rules] as const), ...OTHERS]);

describe('boundaries', () => {
  const found = new Map<string, Set<string>>();
  let rules: string[] = [];
  beforeAll(async () => {
    const { summary } = await cruise(tree.root, ['src', 'tests']);
    rules = summary.ruleSetUsed.forbidden.map((rule) => rule.name);
    for (const { from, rule } of summary.violations) {
      found.set(from, (found.get(from) ?? new Set()).add(rule.name));
    }
  });

  it.each([...EXPECTED])('%s is reported by %j alone', (file, expected) => {
    expect([...(found.get(file) ?? [])].sort()).toEqual([...expected].sort());
  });

  it('reports no file without a breach', () => {
    expect([...found.keys()].filter((file) => !EXPECTED.has(file))).toEqual([]);
  });

  it('has a planted breach for every rule', () => {
    expect([...new Set([...EXPECTED.values()].flat())].sort()).toEqual(rules.sort());
  });

  it('reads every file of the real src', async () => {
    const read = new Set((await cruise(ROOT, ['src'])).modules.map((module) => module.source));
    const source = listSource('src', /\.tsx?$/);
    expect(source.length).toBeGreaterThan(0);
    expect(source.filter((path) => !read.has(path))).toEqual([]);
  });
});

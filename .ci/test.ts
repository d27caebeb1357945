import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Count, countPlaywright, countVitest, sumCounts } from './count-results';
import { prepareChromium, preparePostgres } from './prepare-machine';

const root = fileURLToPath(new URL('../', import.meta.url));
const isCi = Boolean(process.env.CI);
const VITEST_REPORT = 'test-results/vitest.json';
const PLAYWRIGHT_REPORT = 'test-results/playwright.json';
const VITEST_REPORTERS = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];

type Step = {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** Reads the counts of a runner. A step without it is a check that counts as one test. */
  readonly count?: () => Count;
};

const STEPS: readonly Step[] = [
  { title: 'Words', command: ['npm', 'run', '--silent', 'copy'] },
  { title: 'Format and lint', command: ['npm', 'run', '--silent', 'lint'] },
  { title: 'Types', command: ['npm', 'run', '--silent', 'types'] },
  { title: 'Boundaries', command: ['npm', 'run', '--silent', 'boundaries'] },
  { title: 'Unused', command: ['npm', 'run', '--silent', 'unused'] },
  { title: 'Build', command: ['npm', 'run', '--silent', 'build'] },
  {
    title: 'Unit, integration, architecture and faults',
    command: ['npx', 'vitest', 'run', ...VITEST_REPORTERS],
    count: () => countVitest(VITEST_REPORT),
  },
  {
    title: 'Journeys in the browser',
    command: ['npx', 'playwright', 'test'],
    count: () => countPlaywright(PLAYWRIGHT_REPORT),
  },
];

const CHECK_PASSED: Count = { passed: 1, failed: 0, skipped: 0 };
const CHECK_FAILED: Count = { passed: 0, failed: 1, skipped: 0 };

function runStep({ title, command: [program, ...args], count }: Step): Count {
  console.log(`\n=== ${title}`);
  const isGreen =
    spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  if (count === undefined) return isGreen ? CHECK_PASSED : CHECK_FAILED;
  const counted = count();
  // A runner may fail for what no test of it reports, such as an unhandled rejection.
  return isGreen || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

process.chdir(root);
rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });

console.log('=== Machine');
const counts: Count[] = [];
const hasChromium = prepareChromium() !== undefined;
const hasPostgres = preparePostgres() !== undefined;
if (isCi && !hasPostgres) counts.push(CHECK_FAILED);
if (!hasChromium) counts.push(CHECK_FAILED);
for (const step of STEPS) {
  counts.push(runStep(step));
  const { passed, failed, skipped } = sumCounts(counts.slice(-1), !isCi);
  console.log(
    `--- ${step.title}: ${failed === 0 ? 'passed' : 'FAILED'} (${passed}/${passed + failed}, ${skipped} skipped)`,
  );
}

const { passed, failed, skipped } = sumCounts(counts, !isCi);
if (skipped > 0) console.log(`\n${skipped} skipped (with CI set, a skipped test is a failed one)`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

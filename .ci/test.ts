import { spawn } from 'node:child_process';
import { once } from 'node:events';
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
  /** Reads a runner's counts. A step without this is a check that counts as one test. */
  readonly count?: () => Count;
};

const WORDS: Step = { title: 'Words', command: ['npm', 'run', '--silent', 'copy'] };
/** Takes longer than all the other checks together, so it runs beside them on the second core. */
const TYPES: Step = { title: 'Types', command: ['npm', 'run', '--silent', 'types'] };
const OTHER_CHECKS: readonly Step[] = [
  { title: 'Format and lint', command: ['npm', 'run', '--silent', 'lint'] },
  { title: 'Boundaries', command: ['npm', 'run', '--silent', 'boundaries'] },
  { title: 'Unused', command: ['npm', 'run', '--silent', 'unused'] },
  { title: 'Build', command: ['npm', 'run', '--silent', 'build'] },
];
const RUNNERS: readonly Step[] = [
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

/**
 * Runs one step and adds its counts; with `isQuiet`, prints its output in one piece when the step has ended.
 */
async function runStep({ title, command: [program, ...args], count }: Step, isQuiet = false): Promise<void> {
  const startedMs = Date.now();
  if (!isQuiet) console.log(`\n=== ${title}`);
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => output.push(chunk));
  }
  const [status] = await once(child, 'close');
  if (isQuiet) process.stdout.write(`\n=== ${title}\n${Buffer.concat(output).toString()}`);
  const counted = count?.() ?? (status === 0 ? CHECK_PASSED : CHECK_FAILED);
  // A runner may fail because of something that none of its tests reports, such as an unhandled rejection.
  counts.push(status === 0 || counted.failed > 0 ? counted : { ...counted, failed: 1 });
  const { passed, failed, skipped } = sumCounts(counts.slice(-1), !isCi);
  const outcome = `${failed === 0 ? 'passed' : 'FAILED'} (${passed}/${passed + failed}, ${skipped} skipped)`;
  console.log(`--- ${title}: ${outcome}, ${Math.round((Date.now() - startedMs) / 1000)} s`);
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
await runStep(WORDS);
const types = runStep(TYPES, true);
for (const check of OTHER_CHECKS) await runStep(check, true);
// The type check may still be running: the first tests run beside it.
for (const runner of RUNNERS) await runStep(runner);
await types;

const { passed, failed, skipped } = sumCounts(counts, !isCi);
if (skipped > 0) console.log(`\n${skipped} skipped (with CI set, a skipped test is a failed one)`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

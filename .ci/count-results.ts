import { existsSync, readFileSync } from 'node:fs';

/** Numbers of tests of one runner. A skipped test is neither passed nor failed until the caller judges it. */
export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

/**
 * A runner that left no report did not run its tests: this counts as one failure, whatever its exit status.
 */
const NO_REPORT: Count = { passed: 0, failed: 1, skipped: 0 };

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

type PlaywrightReport = {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
};

/**
 * Counts vitest's JSON report. A file that could not be loaded contains no tests and counts as one failure.
 */
export function countVitest(file: string): Count {
  if (!existsSync(file)) return NO_REPORT;
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts Playwright's JSON report. Errors outside tests (no spec found, a spec that does not load) are
 * failures.
 */
export function countPlaywright(file: string): Count {
  if (!existsSync(file)) return NO_REPORT;
  const { stats, errors }: PlaywrightReport = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky + errors.length;
  return { passed: stats.expected, failed, skipped: stats.skipped };
}

/**
 * Adds up counts. Where skipping is not allowed, a skipped test counts as failed. A run without any test is a
 * failure too, since a test command that finds nothing must not look green.
 */
export function sumCounts(counts: readonly Count[], maySkip: boolean): Count {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const count of counts) {
    passed += count.passed;
    failed += count.failed + (maySkip ? 0 : count.skipped);
    skipped += maySkip ? count.skipped : 0;
  }
  return passed + failed === 0 ? { passed, failed: 1, skipped } : { passed, failed, skipped };
}

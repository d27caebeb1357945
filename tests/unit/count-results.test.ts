import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sumCounts } from '../../.ci/count-results';

const folder = mkdtempSync(join(tmpdir(), 'counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeReport(name: string, report: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const VITEST = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };

describe('the counts of the test command', () => {
  it('take what Vitest reports', () => {
    expect(countVitest(writeReport('a.json', VITEST))).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('take a test file that did not load as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest(writeReport('b.json', { ...VITEST, testResults })).failed).toBe(2);
  });

  it('take what Playwright reports, and a flaky test as a failed one', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    const file = writeReport('c.json', { stats, errors: [{ message: 'No tests found' }] });
    expect(countPlaywright(file)).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it('take a missing report as a failure', () => {
    expect(countVitest(join(folder, 'none.json')).failed).toBe(1);
    expect(countPlaywright(join(folder, 'none.json')).failed).toBe(1);
  });

  it('take a skipped test as a failed one where skipping is not allowed', () => {
    const counts = [{ passed: 2, failed: 0, skipped: 1 }];
    expect(sumCounts(counts, true)).toEqual({ passed: 2, failed: 0, skipped: 1 });
    expect(sumCounts(counts, false)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it('take a run without tests as a failure', () => {
    expect(sumCounts([{ passed: 0, failed: 0, skipped: 0 }], true).failed).toBe(1);
  });
});

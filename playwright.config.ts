import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/support/find-chromium';

const executablePath = findChromium();
// Chromium refuses its own sandbox under root, and a CI container runs as root.
const rootArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Generous: a shared machine may be slow, and a hang is still found.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  // Tests of one file are independent: the longest must not wait for its neighbours.
  fullyParallel: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    viewport: { width: 360, height: 640 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // A missing control fails soon, not only when the test's own time is up.
    actionTimeout: 20_000,
    // Keeping a trace of every test, even of those that pass, would take a fifth of the time: use `--trace
    // on` for the failing one.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...rootArguments,
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
});
